import { useState } from 'react'
import type { Order } from '../../client/types.ts'
import { date } from '../../i18n/format.ts'
import { useDeclarations } from '../../i18n/studio/declarations/index.ts'
import { Button } from '../../ui/core/index.ts'
import { Panel, Problem } from '../../ui/desk/index.ts'
import { CancelForm } from './CancelForm.tsx'
import { type Declaration, type Declared, isOpen, useRefusal, useStep, type Word, wordOf } from './declaration-data.ts'
import { ReceiptsForm } from './ReceiptsForm.tsx'
import { ReturnForm } from './ReturnForm.tsx'

const again: readonly Word[] = ['rejected', 'list_rejected']
/** Not there yet, and not on the way back. */
const cancellable: readonly Word[] = ['todo', 'mend', 'ready', 'waiting', 'rejected', 'matched', 'list_rejected', 'sent']
const returnable: readonly Word[] = ['released', 'delivered']

type Asking = 'cancel' | 'return' | 'receipts'
/** What stands now, what comes next, and what can be done. */
export function NextStep({ declared, order, unsaved }: { declared: Declared; order: Order; unsaved: boolean }) {
  const t = useDeclarations()
  const d = declared.declaration
  const word = wordOf(d)
  const step = useStep(d.order)
  const refused = useRefusal(step.error)
  const [asking, setAsking] = useState<Asking | null>(null)
  const close = () => setAsking(null)
  const sendable = (isOpen(word) && word !== 'todo') || word === 'matched'
  const late = d.returnUntil !== null && new Date(d.returnUntil) < new Date()
  return (
    <Panel>
      <p className="[overflow-wrap:anywhere]">{t.next[word]}</p>
      <Refused declared={declared} />
      {!declared.connected && <p className="mt-2 text-meta text-ink-2">{t.manual}</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        {sendable && <Sending declaration={d} word={word} unsaved={unsaved} step={step} />}
        {returnable.includes(word) && !late && <Button onClick={() => setAsking('return')}>{t.takeBack}</Button>}
        {!declared.connected && <Button onClick={() => setAsking('receipts')}>{t.receipts}</Button>}
        {cancellable.includes(word) && (
          <Button kind="quiet" onClick={() => setAsking('cancel')}>
            {t.cancel}
          </Button>
        )}
      </div>
      {sendable && (!d.sendable || unsaved) && (
        <p id="send-note" className="mt-2 text-meta text-ink-2">
          {unsaved ? t.unsaved : t.sendRed}
        </p>
      )}
      {returnable.includes(word) && d.returnUntil && (
        <p className="mt-2 text-meta text-ink-2">
          {late ? t.tooLate(date(d.returnUntil)) : t.takeBackUntil(date(d.returnUntil))}
        </p>
      )}
      {refused ? (
        <p role="alert" className="mt-3 text-danger">
          {refused}
        </p>
      ) : (
        <Problem error={step.error} className="mt-3" />
      )}
      {asking === 'cancel' && <CancelForm order={d.order} onClose={close} />}
      {asking === 'return' && <ReturnForm declared={declared} order={order} onClose={close} />}
      {asking === 'receipts' && <ReceiptsForm onClose={close} />}
    </Panel>
  )
}

interface SendingProps {
  readonly declaration: Declaration
  readonly word: Word
  readonly unsaved: boolean
  readonly step: ReturnType<typeof useStep>
}
/** The gold one of the page when everything is green; what is typed and not saved would not go along. */
function Sending({ declaration: d, word, unsaved, step }: SendingProps) {
  const t = useDeclarations()
  const busy = (what: string) => step.isPending && step.variables.what === what
  return (
    <>
      <Button
        kind={d.sendable && !unsaved ? 'act' : 'plain'}
        disabled={!d.sendable || unsaved}
        busy={busy('send')}
        aria-describedby={!d.sendable || unsaved ? 'send-note' : undefined}
        onClick={() => step.mutate({ what: 'send' })}
      >
        {again.includes(word) ? t.sendAgain : t.send}
      </Button>
      {isOpen(word) && (
        <Button disabled={unsaved} busy={busy('check')} onClick={() => step.mutate({ what: 'check' })}>
          {t.check}
        </Button>
      )}
    </>
  )
}

/** Which documents customs refused, in its own words: what has to be mended. */
function Refused({ declared }: { declared: Declared }) {
  const t = useDeclarations()
  const names: Readonly<Record<string, string>> = t.names
  const refused = declared.declaration.documents.filter(x => x.standing === 'refused')
  return refused.map(x => {
    const said = declared.messages.findLast(m => m.code === x.code + 1 && m.outcome === `${x.status} applied`)
    return (
      <p key={x.code} className="mt-2 rounded-chip border border-danger px-3 py-2">
        <b className="font-semibold">
          {names[x.code] ?? x.code} <span className="num">{x.code}</span>:
        </b>{' '}
        <span lang="zh-Hans" className="[overflow-wrap:anywhere]">
          {said?.words ?? t.status(x.status ?? '')}
        </span>
      </p>
    )
  })
}
