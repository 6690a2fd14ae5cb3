import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useT } from '../../i18n/studio/index.ts'
import { Button, toast } from '../../ui/core/index.ts'
import { LeaveGuard, PageHead, Panel, Problem, RowsLoading, useGo, useToFault } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { createProduct, faults } from './create-product.ts'
import { DraftForm } from './DraftForm.tsx'
import { type Draft, type DraftOption, emptyDraft } from './draft.ts'
import { NewVariants, type Variants } from './NewVariants.tsx'
import { Options } from './Options.tsx'
import { useCurrency } from './shop-currency.ts'

/** A new product is a draft at first; it goes on sale from its own page. */
export function NewProductPage() {
  const t = useT()
  const go = useGo()
  const { shop } = useMyShop()
  const currency = useCurrency()
  const [draft, setDraft] = useState<Draft>(emptyDraft)
  const [options, setOptions] = useState<readonly DraftOption[]>([])
  const [variants, setVariants] = useState<Variants>({})
  const [tries, setTries] = useState(0)
  const form = useToFault<HTMLFormElement>(tries)
  const [uploading, setUploading] = useState(false)
  const saved = useRef(false)
  const touched = draft !== emptyDraft || options.length > 0 || Object.keys(variants).length > 0
  const wrong = tries > 0 ? faults({ draft, options, variants }, t) : {}
  const save = useMutation({
    mutationFn: () => createProduct(shop, currency ?? '', { draft, options, variants }),
    onSuccess: async ({ product, priced }) => {
      saved.current = true
      toast(priced ? t.product.created : t.product.priceLater)
      await go({ to: '/products/$product', params: { product: product.id }, replace: true })
    },
  })
  const submit = () => {
    setTries(n => n + 1)
    if (!uploading && Object.keys(faults({ draft, options, variants }, t)).length === 0) save.mutate()
  }
  if (!currency) return <RowsLoading />
  return (
    <form
      ref={form}
      className="grid gap-4"
      onSubmit={e => {
        e.preventDefault()
        submit()
      }}
    >
      <PageHead title={t.product.create} />
      <DraftForm
        draft={draft}
        change={part => setDraft(now => ({ ...now, ...(typeof part === 'function' ? part(now) : part) }))}
        wrongName={wrong.name ?? null}
        onBusy={setUploading}
      />
      <Panel title={t.product.options}>
        <div className="grid gap-5">
          <Options value={options} onChange={setOptions} />
          <NewVariants
            options={options}
            value={variants}
            onChange={setVariants}
            currency={currency}
            wrong={wrong.variants ?? null}
          />
        </div>
      </Panel>
      <Problem error={save.error} />
      <div className="flex justify-end">
        <Button kind="act" type="submit" busy={save.isPending || uploading}>
          {t.product.saveDraft}
        </Button>
      </div>
      <LeaveGuard when={(touched || uploading) && !save.isSuccess && !save.isPending && !saved.current} />
    </form>
  )
}
