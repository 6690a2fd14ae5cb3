import { useQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { useT } from '../../i18n/console/index.ts'
import { finePercent, number } from '../../i18n/format.ts'
import { Panel, Problem, RowsLoading, State, Tip } from '../../ui/desk/index.ts'
import { wordFor } from './heart-data.ts'

type Experiment = Reply<'GET /v1/feed/experiments'>['experiments'][number]
type Arm = Experiment['arms'][number]

/** What the experiments on the weights say so far, arm by arm. */
export function ExperimentsPanel() {
  const t = useT().heart.experiments
  const read = useQuery({
    queryKey: ['experiments'],
    queryFn: () => ask(api.GET('/v1/feed/experiments')),
    refetchInterval: 60_000,
  })
  return (
    <Panel title={<Tip text={t.titleDef}>{t.title}</Tip>}>
      {read.isPending && <RowsLoading />}
      {read.error ? <Problem error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data?.experiments.length === 0 && (
        <>
          <p>{t.none}</p>
          <p className="text-ink-2">{t.noneText}</p>
        </>
      )}
      <div className="grid gap-6">
        {read.data?.experiments.map(e => (
          <OneExperiment key={e.name} experiment={e} />
        ))}
      </div>
      {read.data && read.data.experiments.length > 0 && (
        <p className="mt-3 text-caption text-ink-3">{read.data.whole ? t.wholeLog : t.newestEvents(number(read.data.events))}</p>
      )}
    </Panel>
  )
}

const tones = { kept: 'ok', broken: 'danger', too_few: 'quiet' } as const

function OneExperiment({ experiment: e }: { experiment: Experiment }) {
  const t = useT().heart.experiments
  return (
    <section className="min-w-0">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-semibold">
        <code>{e.name}</code>
        <span className="text-meta font-normal text-ink-2">{t.share(finePercent(Number(e.share)))}</span>
        <Tip text={t.ratioDef}>
          <State tone={tones[e.ratio]}>{t.ratio[e.ratio]}</State>
        </Tip>
      </h3>
      <div className="mt-2 overflow-x-auto">
        <table className="desk-table" aria-label={e.name}>
          <thead>
            <tr>
              <th scope="col">{t.arm}</th>
              <th scope="col" data-end="">
                <Tip text={t.meanDef}>{t.mean}</Tip>
              </th>
              <th scope="col" data-end="">
                <Tip text={t.againstDef}>{t.against}</Tip>
              </th>
            </tr>
          </thead>
          <tbody>
            {e.arms.map((arm, k) => (
              <ArmRow key={arm.name} arm={arm} first={k === 0} />
            ))}
          </tbody>
        </table>
      </div>
      {e.mixed > 0 && <p className="mt-2 text-meta text-ink-2">{t.mixed(e.mixed)}</p>}
    </section>
  )
}

function ArmRow({ arm, first }: { arm: Arm; first: boolean }) {
  const { experiments: t, weights } = useT().heart
  const changes = arm.weights.map(w => `${wordFor(weights.names, w.name)} ${number(Number(w.value))}`)
  const a = arm.against
  return (
    <tr>
      <td>
        <code>{arm.name}</code>
        <span className="num block text-caption">{t.people(arm.people)}</span>
        <span className="block text-caption text-ink-3">{changes.length === 0 ? t.asInForce : changes.join(' · ')}</span>
      </td>
      <td data-end="" className="num">
        {number(Number(arm.mean))}
      </td>
      <td data-end="" className="num">
        {first ? (
          <span className="text-ink-3">{t.yardstick}</span>
        ) : a ? (
          <>
            <b className="font-semibold">{signed(Number(a.difference))}</b>
            <span className="block text-caption text-ink-3">{t.between(signed(Number(a.low)), signed(Number(a.high)))}</span>
          </>
        ) : (
          <span className="text-ink-3">{t.tooFew}</span>
        )}
      </td>
    </tr>
  )
}

const signed = (n: number): string => (n > 0 ? `+${number(n)}` : number(n))
