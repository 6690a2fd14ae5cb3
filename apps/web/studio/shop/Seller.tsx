import { useFulfil } from '../../i18n/studio/fulfil/index.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Field, Switch, TextArea } from '../../ui/core/index.ts'
import { Panel } from '../../ui/desk/index.ts'
import type { PartProps, ShopBody } from './open-draft.ts'

type SetSeller = (part: Partial<ShopBody['seller']>) => void

/** Who sells, as the law wants it said to the buyer. */
export function Seller({ draft, change }: PartProps) {
  const t = useT()
  const f = useFulfil()
  const seller = draft.seller
  const setNumber = (invoiceNumber: string) => {
    const { invoiceNumber: _, ...others } = seller
    change({ seller: invoiceNumber ? { ...others, invoiceNumber } : others })
  }
  const set: SetSeller = part => change({ seller: { ...seller, ...part } })
  return (
    <Panel title={t.open.seller}>
      <p className="mb-3 text-ink-2">{t.open.sellerText}</p>
      <div className="grid gap-3 desk:grid-cols-2">
        <Field
          label={t.open.legalName}
          required
          maxLength={160}
          autoComplete="organization"
          value={seller.legalName}
          onChange={e => set({ legalName: e.target.value })}
        />
        <Field
          label={t.open.representative}
          required
          maxLength={120}
          autoComplete="name"
          value={seller.representative}
          onChange={e => set({ representative: e.target.value })}
        />
        <Contact seller={seller} set={set} />
        <Field
          label={t.open.registration}
          hint={t.open.optional}
          maxLength={80}
          value={seller.registration}
          onChange={e => set({ registration: e.target.value })}
        />
        <Field
          label={f.invoiceNumber}
          hint={f.invoiceNumberHint}
          maxLength={14}
          autoComplete="off"
          pattern="T[0-9]{13}"
          value={seller.invoiceNumber ?? ''}
          onChange={e => setNumber(e.target.value.normalize('NFKC').toUpperCase().trim())}
        />
      </div>
      <Switch label={t.open.taxRegistered} on={seller.taxRegistered} onChange={taxRegistered => set({ taxRegistered })} />
    </Panel>
  )
}

function Contact({ seller, set }: { seller: ShopBody['seller']; set: SetSeller }) {
  const t = useT()
  return (
    <>
      <Field
        label={t.open.phone}
        required
        maxLength={40}
        type="tel"
        autoComplete="tel"
        value={seller.phone}
        onChange={e => set({ phone: e.target.value })}
      />
      <Field
        label={t.open.email}
        required
        maxLength={254}
        type="email"
        autoComplete="email"
        value={seller.email}
        onChange={e => set({ email: e.target.value })}
      />
      <TextArea
        label={t.open.address}
        required
        maxLength={300}
        rows={2}
        autoComplete="street-address"
        value={seller.address}
        onChange={e => set({ address: e.target.value })}
      />
    </>
  )
}
