import { usePromotions } from '../../i18n/studio/promotions/index.ts'
import { Field, SelectField, Switch } from '../../ui/core/index.ts'
import { MoneyField, Panel, TextsField } from '../../ui/desk/index.ts'
import { digitsOf } from '../products/draft.ts'
import { type Draft, type Fault, type Kind, kinds } from './draft.ts'
import { FlashFields } from './FlashFields.tsx'
import type { Offer } from './promotions-data.ts'
import { ScopeFields } from './ScopeFields.tsx'

export interface OfferFormProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly currency: string
  /** What to say beside a field; null while nothing is wrong with it. */
  readonly wrong: (field: Fault) => string | null
  /** The offer that is changed; its kind stays. */
  readonly offer: Offer | null
}
/** Everything that a merchant says about a promotion. */
export function OfferForm(props: OfferFormProps) {
  const t = usePromotions()
  const { draft, change, wrong } = props
  return (
    <>
      <Panel title={t.what}>
        <What {...props} />
      </Panel>
      {draft.kind === 'flash' ? (
        <FlashFields {...props} wrong={wrong('items')} />
      ) : (
        <ScopeFields draft={draft} change={change} wrong={wrong('scope')} />
      )}
      <Panel title={t.basics}>
        <TextsField
          label={t.nameLabel}
          hint={t.nameHint}
          maxLength={80}
          value={draft.name}
          onChange={name => change({ name })}
          wrong={wrong('name')}
        />
      </Panel>
      <When {...props} />
      <Who {...props} />
      <Limits {...props} />
    </>
  )
}

function What({ draft, change, currency, wrong, offer }: OfferFormProps) {
  const t = usePromotions()
  return (
    <div className="grid items-start gap-3 desk:grid-cols-3">
      {offer ? (
        <p className="self-center font-semibold">{t.kinds[offer.kind]}</p>
      ) : (
        <SelectField
          label={t.kind}
          value={draft.kind}
          options={kinds.map(k => ({ value: k, label: t.kinds[k] }))}
          onChange={k => change({ kind: k as Kind })}
        />
      )}
      {draft.kind === 'percent' && (
        <Field
          label={t.percent}
          inputMode="decimal"
          maxLength={6}
          value={draft.percent}
          wrong={wrong('percent')}
          onChange={e => change({ percent: e.target.value })}
        />
      )}
      {draft.kind === 'fixed' && (
        <MoneyField
          label={t.amount}
          hint={t.amountHint}
          currency={currency}
          value={draft.amount ?? ''}
          wrong={wrong('amount')}
          onChange={amount => change({ amount })}
        />
      )}
      {draft.kind === 'buy_get' && (
        <>
          <Whole label={t.buy} hint={t.buyHint} value={draft.buy} wrong={wrong('buy')} set={buy => change({ buy })} />
          <Whole label={t.get} value={draft.get} wrong={wrong('get')} set={get => change({ get })} />
        </>
      )}
    </div>
  )
}

interface WholeProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly wrong: string | null
  readonly set: (typed: string) => void
}
const Whole = ({ set, ...rest }: WholeProps) => (
  <Field {...rest} inputMode="numeric" maxLength={7} onChange={e => set(digitsOf(e.target.value))} />
)

function When({ draft, change, wrong }: OfferFormProps) {
  const t = usePromotions()
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <Panel title={t.when}>
      <div className="grid items-start gap-3 desk:grid-cols-3">
        <Field
          label={t.starts}
          type="datetime-local"
          value={draft.starts}
          wrong={wrong('starts')}
          onChange={e => change({ starts: e.target.value })}
        />
        <Field
          label={t.ends}
          hint={t.endsHint}
          type="datetime-local"
          value={draft.ends}
          wrong={wrong('ends')}
          onChange={e => change({ ends: e.target.value })}
        />
      </div>
      <p className="mt-2 text-meta text-ink-2">{t.zone(zone)}</p>
    </Panel>
  )
}

function Who({ draft, change, currency, wrong }: OfferFormProps) {
  const t = usePromotions()
  const flash = draft.kind === 'flash'
  const campaign = !flash && draft.kind !== 'free_shipping' && draft.code.trim() === ''
  return (
    <Panel title={t.who}>
      <div className="grid items-start gap-3 desk:grid-cols-3">
        {!flash && (
          <Field
            label={t.codeLabel}
            hint={t.codeHint}
            maxLength={32}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            value={draft.code}
            wrong={wrong('code')}
            onChange={e => change({ code: e.target.value })}
          />
        )}
        <MoneyField
          label={t.minimum}
          hint={t.empty}
          currency={currency}
          value={draft.minimum ?? ''}
          wrong={wrong('minimum')}
          onChange={minimum => change({ minimum })}
        />
        <Field
          label={t.markets}
          hint={t.marketsHint}
          maxLength={240}
          value={draft.markets}
          wrong={wrong('markets')}
          onChange={e => change({ markets: e.target.value })}
        />
      </div>
      {campaign && (
        <Switch label={t.campaign} hint={t.campaignHint} on={draft.campaign} onChange={on => change({ campaign: on })} />
      )}
      <details className="mt-2 text-meta text-ink-2">
        <summary className="min-h-11 cursor-pointer content-center">{t.order}</summary>
        <p className="max-w-[70ch]">{t.orderText}</p>
      </details>
    </Panel>
  )
}

function Limits({ draft, change, currency, wrong }: OfferFormProps) {
  const t = usePromotions()
  return (
    <Panel title={t.limits}>
      <div className="grid items-start gap-3 desk:grid-cols-3">
        <Whole label={t.uses} hint={t.empty} value={draft.uses} wrong={wrong('uses')} set={uses => change({ uses })} />
        {draft.kind !== 'flash' && (
          <Whole
            label={t.perPerson}
            hint={t.empty}
            value={draft.perPerson}
            wrong={wrong('perPerson')}
            set={perPerson => change({ perPerson })}
          />
        )}
        <MoneyField
          label={t.budget}
          hint={t.budgetHint}
          currency={currency}
          value={draft.budget ?? ''}
          wrong={wrong('budget')}
          onChange={budget => change({ budget })}
        />
      </div>
    </Panel>
  )
}
