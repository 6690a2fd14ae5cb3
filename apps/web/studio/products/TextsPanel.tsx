import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import type { Language, Product } from '../../client/types.ts'
import { langTag, languages, useLanguage } from '../../i18n/core.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { dateTime } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { useList } from '../../i18n/studio/list/index.ts'
import { Button, Field, TextArea } from '../../ui/core/index.ts'
import { Panel, State } from '../../ui/desk/index.ts'
import type { Draft } from './draft.ts'

interface TextsProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly written: Product['written']
  readonly wrongName: string | null
}
/** Each language's text beside the others, with its state and who wrote it last. A draft waits beside the approved text. */
export function TextsPanel(props: TextsProps) {
  const l = useList()
  const now = useLanguage()
  return (
    <Panel title={l.texts.title}>
      <p className="-mt-2 mb-3 max-w-[66ch] text-meta text-ink-2">{l.texts.note}</p>
      <div className="grid gap-5 desk:grid-cols-3 desk:gap-4">
        {[now, ...languages.filter(x => x !== now)].map(x => (
          <OneLanguage key={x} of={x} {...props} />
        ))}
      </div>
    </Panel>
  )
}

function OneLanguage({ of, draft, change, written, wrongName }: TextsProps & { of: Language }) {
  const t = useT()
  const l = useList()
  const d = useDesk()
  const approved = { name: draft.name[of] ?? '', description: draft.description[of] ?? '' }
  const waiting = draft.drafts[of]
  const text = waiting ?? approved
  const { [of]: _gone, ...others } = draft.drafts
  const show = (next: typeof approved) => ({
    name: { ...draft.name, [of]: next.name || undefined },
    description: { ...draft.description, [of]: next.description || undefined },
  })
  const set = (part: Partial<typeof approved>) => {
    const next = { ...text, ...part }
    change(waiting ? { drafts: { ...draft.drafts, [of]: next } } : show(next))
  }
  // An empty field of a draft keeps the approved text, as the server does.
  const approve = () =>
    change({
      ...show({ name: text.name || approved.name, description: text.description || approved.description }),
      drafts: others,
    })
  const state = waiting ? 'draft' : approved.name || approved.description ? 'approved' : 'none'
  const author = written?.[of]
  return (
    <fieldset className="m-0 grid content-start gap-3 border-0 p-0">
      <legend className="sr-only">{d.texts[of]}</legend>
      <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold" aria-hidden="true">
          {d.texts[of]}
        </span>
        <State tone={state === 'approved' ? 'ok' : state === 'draft' ? 'todo' : 'quiet'}>{l.texts[state]}</State>
        <span className="flex-1" />
        {waiting ? (
          <Button size="small" onClick={approve}>
            {l.texts.approve}
          </Button>
        ) : (
          <Button size="small" kind="quiet" onClick={() => change({ drafts: { ...draft.drafts, [of]: approved } })}>
            {l.texts.toDraft}
          </Button>
        )}
      </div>
      <Field
        label={t.product.name}
        aria-label={`${t.product.name}, ${d.texts[of]}`}
        lang={langTag(of)}
        maxLength={200}
        value={text.name}
        wrong={wrongName}
        onChange={e => set({ name: e.target.value })}
      />
      <TextArea
        label={t.product.description}
        aria-label={`${t.product.description}, ${d.texts[of]}`}
        lang={langTag(of)}
        rows={6}
        maxLength={10_000}
        value={text.description}
        onChange={e => set({ description: e.target.value })}
      />
      {waiting && <Shown of={of} approved={approved} drop={() => change({ drafts: others })} />}
      {author && (
        <p className="text-caption text-ink-3">
          <Author id={author.by} at={author.at} />
        </p>
      )}
    </fieldset>
  )
}

/** What shoppers see while a draft waits. */
function Shown({ of, approved, drop }: { of: Language; approved: { name: string; description: string }; drop: () => void }) {
  const l = useList()
  return (
    <div className="rounded-chip bg-sunk p-3 text-meta">
      {approved.name || approved.description ? (
        <>
          <span className="text-ink-2">{l.texts.keepShown}</span>
          <span className="block font-medium" lang={langTag(of)}>
            {approved.name}
          </span>
          <span className="line-clamp-3 whitespace-pre-line" lang={langTag(of)}>
            {approved.description}
          </span>
        </>
      ) : (
        <span className="block text-ink-2">{l.texts.nothingShown}</span>
      )}
      <Button size="small" className="mt-2" onClick={drop}>
        {l.texts.dropDraft}
      </Button>
    </div>
  )
}

function Author({ id, at }: { id: string; at: string }) {
  const l = useList()
  const who = useQuery({
    queryKey: ['person', id],
    queryFn: () => ask(api.GET('/v1/people/{handle}', { params: { path: { handle: id } } })),
    retry: false,
    staleTime: 10 * 60_000,
  }).data
  return l.texts.by(who?.name || l.texts.somebody, dateTime(at))
}
