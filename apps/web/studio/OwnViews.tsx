import { useState } from 'react'
import { useMe } from '../client/me.ts'
import { useList } from '../i18n/studio/list/index.ts'
import { Trash2 } from '../ui/core/icons.tsx'
import { Button, Field, toast } from '../ui/core/index.ts'
import { Modal, type Search, TabLinks, useGo, useStored } from '../ui/desk/index.ts'
import { useMyShop } from './shop-choice.ts'

/** An address in one spelling: two views are the same when these are. */
export const spelled = (s: Search): string => JSON.stringify(Object.entries(s).toSorted())

interface OwnView {
  readonly name: string
  readonly search: Search
}
/**
 * Views that a person has named. A view is an address with a name, so it is kept in the browser like the other choices of how a
 * list looks: nothing to migrate, nothing to lose but a name, and the address itself can be sent to a colleague.
 */
function useOwnViews(list: string): readonly [readonly OwnView[], (next: readonly OwnView[]) => void] {
  const { shop } = useMyShop()
  const [text, setText] = useStored(`enishi.studio.${list}.${useMe()?.person ?? ''}.${shop}`, '[]')
  let views: OwnView[] = []
  try {
    views = JSON.parse(text) as OwnView[]
  } catch {
    // Somebody else's word under this name: no views.
  }
  return [Array.isArray(views) ? views : [], next => setText(JSON.stringify(next))]
}

interface OwnViewsProps {
  /** The path of the list. */
  readonly to: string
  /** What the views are kept under in this browser. */
  readonly list: 'views' | 'order-views'
  readonly label: string
  readonly builtIn: readonly {
    readonly key: string
    readonly label: string
    readonly count: number | undefined
    readonly search: Search
  }[]
  /** What the address says now. */
  readonly search: Search
}
/** Built-in views with their counts, then the person's own. */
export function OwnViews({ to, list, label, builtIn, search }: OwnViewsProps) {
  const l = useList()
  const go = useGo()
  const [own, setOwn] = useOwnViews(list)
  const [naming, setNaming] = useState(false)
  const tabs = [...builtIn, ...own.map((v, i) => ({ key: `own${i}`, label: v.name, search: v.search, count: undefined }))]
  const now = tabs.find(tab => spelled(tab.search) === spelled(search))
  const mine = now?.key.startsWith('own') ? Number(now.key.slice(3)) : null
  return (
    <div className="mb-3 flex items-end gap-2">
      <div className="min-w-0 flex-1 [&>nav]:mb-0">
        <TabLinks label={label} to={to} tabs={tabs} now={now?.key ?? ''} />
      </div>
      {!now && (
        <Button size="small" onClick={() => setNaming(true)}>
          {l.views.save}
        </Button>
      )}
      {mine !== null && (
        <Button
          size="small"
          kind="quiet"
          aria-label={l.views.remove}
          title={l.views.remove}
          onClick={() => {
            setOwn(own.filter((_, i) => i !== mine))
            toast(l.views.removed)
            void go({ to })
          }}
        >
          <Trash2 size={16} />
        </Button>
      )}
      {naming && (
        <NameView
          onClose={() => setNaming(false)}
          onName={name => {
            setOwn([...own.filter(v => v.name !== name), { name, search }])
            setNaming(false)
          }}
        />
      )}
    </div>
  )
}

function NameView({ onName, onClose }: { onName: (name: string) => void; onClose: () => void }) {
  const l = useList()
  const [name, setName] = useState('')
  return (
    <Modal title={l.views.saveTitle} text={l.views.saveText} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={e => {
          e.preventDefault()
          if (name.trim()) onName(name.trim())
        }}
      >
        <Field label={l.views.name} value={name} maxLength={40} required onChange={e => setName(e.target.value)} />
        <div className="flex justify-end">
          <Button kind="act" type="submit" disabled={!name.trim()}>
            {l.views.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
