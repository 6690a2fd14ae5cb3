import type { ReactNode } from 'react'
import { useT } from '../../i18n/console/index.ts'
import { number, percent } from '../../i18n/format.ts'
import { Time, Tip } from '../../ui/desk/index.ts'
import type { Heart } from './heart-data.ts'

interface Figure {
  readonly name: string
  readonly define: string
  readonly value: ReactNode
  readonly note: string
}

export function Figures({ heart }: { heart: Heart }) {
  const f = useT().heart.figures
  const { sizes, snapshot } = heart
  const figures: Figure[] = [
    { name: f.behind, define: f.behindDef, value: number(heart.behind), note: f.behindOf(number(Number(heart.position))) },
    { name: f.items, define: f.itemsDef, value: number(sizes.items), note: f.itemsOf(sizes.tags) },
    {
      name: f.pool,
      define: f.poolDef,
      value: number(sizes.pool),
      note: sizes.items === 0 ? '' : f.poolOf(percent(sizes.pool / sizes.items)),
    },
    { name: f.people, define: f.peopleDef, value: number(sizes.people), note: '' },
    { name: f.memory, define: f.memoryDef, value: `${number(Math.round(sizes.bytes / 100_000) / 10)} MB`, note: '' },
    {
      name: f.snapshot,
      define: f.snapshotDef,
      value: snapshot ? snapshot.at ? <Time at={snapshot.at} as="ago" /> : '–' : f.noSnapshot,
      note: snapshot ? f.snapshotAt(Math.max(0, Number(heart.position) - Number(snapshot.position))) : f.noSnapshotText,
    },
  ]
  return (
    <dl className="m-0 grid grid-cols-2 gap-x-6 gap-y-3 desk:grid-cols-6">
      {figures.map(x => (
        <div key={x.name} className="min-w-0">
          <dt className="text-meta text-ink-2">
            <Tip text={x.define}>{x.name}</Tip>
          </dt>
          <dd className="num m-0 text-heading font-semibold tracking-[-.01em]">{x.value}</dd>
          <dd className="m-0 text-caption text-ink-3">{x.note}</dd>
        </div>
      ))}
    </dl>
  )
}
