import type { ReactNode } from 'react'
import { useT } from '../../i18n/console/index.ts'
import { finePercent, number, percent } from '../../i18n/format.ts'
import { Thumb } from '../../ui/core/index.ts'
import { Time, Tip } from '../../ui/desk/index.ts'
import { type Explained, wordFor } from './heart-data.ts'

type Slot = Explained['slots'][number]

export function ExplainedPage({ page }: { page: Explained }) {
  const t = useT().heart.explain
  const facts: { name: string; define?: string; value: ReactNode }[] = [
    { name: t.made, value: <Time at={page.at} /> },
    { name: t.scene, value: wordFor(t.scenes, page.scene) },
    { name: t.policy, value: page.policy },
    { name: t.profiled, define: t.profiledDef, value: page.profiled ? t.yes : t.no },
  ]
  return (
    <>
      <dl className="m-0 flex flex-wrap gap-x-8 gap-y-2">
        {facts.map(f => (
          <div key={f.name}>
            <dt className="text-meta text-ink-2">{f.define ? <Tip text={f.define}>{f.name}</Tip> : f.name}</dt>
            <dd className="num m-0 font-semibold">{f.value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-meta text-ink-3">{page.profiled ? t.privacy : t.impersonal}</p>
      <ol className="mt-3 grid gap-x-6 desk:grid-cols-2">
        {page.slots.map((slot, i) => (
          <SlotRow key={slot.post} slot={slot} at={i + 1} />
        ))}
      </ol>
    </>
  )
}

function SlotRow({ slot, at }: { slot: Slot; at: number }) {
  const { explain: t, sources, sourceDefs } = useT().heart
  const { tile } = slot
  return (
    <li className="flex gap-3 border-t border-line py-3">
      <span className="num w-6 pt-px text-end text-ink-3">{number(at)}</span>
      {tile ? (
        <Thumb src={tile.poster} hash={tile.thumbhash} width={45} height={80} className="h-20 w-[45px] rounded-thumb" />
      ) : (
        <span className="h-20 w-[45px] flex-none rounded-thumb bg-sunk" />
      )}
      <div className="grid min-w-0 flex-1 content-start gap-1">
        <a
          href={`/p/${slot.post}`}
          target="_blank"
          rel="noreferrer"
          className="line-clamp-1 font-medium [overflow-wrap:anywhere]"
        >
          {tile ? tile.caption || t.noWords : t.gone}
        </a>
        {tile && <span className="text-caption text-ink-3">{tile.author.name}</span>}
        <span className="flex flex-wrap gap-x-4 text-meta text-ink-2">
          <Tip text={wordFor(sourceDefs, slot.source)}>{wordFor(sources, slot.source)}</Tip>
          <Tip text={t.chanceDef}>
            {t.chance} <span className="num">{finePercent(Number(slot.propensity))}</span>
          </Tip>
        </span>
        {slot.reasons.length > 0 && (
          <p className="flex flex-wrap gap-x-3 text-meta text-ink-2">
            <Tip text={t.becauseDef}>{t.because}</Tip>
            {slot.reasons.map(r => (
              <Because key={`${r.code} ${r.tag}`} reason={r} />
            ))}
          </p>
        )}
      </div>
    </li>
  )
}

function Because({ reason }: { reason: Slot['reasons'][number] }) {
  const t = useT().heart.explain
  const share = Number(reason.share)
  return (
    <span className="min-w-0 text-ink [overflow-wrap:anywhere]">
      {wordFor(t.reasons, reason.code)}
      {reason.tag && ` #${reason.tag}`}
      {share > 0 && <span className="num text-ink-2"> {percent(share)}</span>}
    </span>
  )
}
