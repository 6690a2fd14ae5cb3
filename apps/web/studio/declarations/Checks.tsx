import type { Order } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { textIn } from '../../i18n/format.ts'
import { useDeclarations } from '../../i18n/studio/declarations/index.ts'
import { Check as Tick, X } from '../../ui/core/icons.tsx'
import { Link, Panel } from '../../ui/desk/index.ts'
import { type Check, type Declaration, isOpen, wordOf } from './declaration-data.ts'
import { mendOf, placesOf } from './mend.ts'

/** What customs will compare, compared here first: what is red comes first, with what was compared and what to do. */
export function Checks({ declaration: d, order }: { declaration: Declaration; order: Order }) {
  const t = useDeclarations()
  const red = d.checks.filter(c => !c.ok)
  const green = d.checks.filter(c => c.ok)
  const open = isOpen(wordOf(d))
  return (
    <Panel title={t.checks} aside={red.length > 0 && <span className="text-danger">{t.red(red.length)}</span>}>
      {d.checks.length === 0 && <p className="text-ink-2">{t.noChecks}</p>}
      {red.length > 0 && (
        <ul className="m-0 mb-3 grid list-none gap-3 p-0">
          {red.map(c => (
            <Red key={c.code} check={c} order={order} open={open} />
          ))}
        </ul>
      )}
      {green.length > 0 && (
        <details>
          <summary className="min-h-8 cursor-pointer font-semibold text-ok">{t.green(green.length)}</summary>
          <ul className="m-0 mt-2 grid list-none gap-x-4 gap-y-1 p-0 text-meta desk:grid-cols-2">
            {green.map(c => (
              <li key={c.code} className="flex items-start gap-2">
                <Tick size={16} className="mt-[2px] flex-none text-ok" />
                <span className="min-w-0">{nameOf(t.checkNames, c.code)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}
const nameOf = (names: Readonly<Record<string, string>>, code: string): string => names[code] ?? code

function Red({ check, order, open }: { check: Check; order: Order; open: boolean }) {
  const t = useDeclarations()
  const mend = mendOf(check)
  const places = placesOf[mend] ?? []
  return (
    <li className="rounded-chip border border-danger p-3">
      <h3 className="flex items-start gap-2 font-semibold">
        <X size={18} className="mt-[2px] flex-none text-danger" />
        <span className="min-w-0">{t.notMet(nameOf(t.checkNames, check.code))}</span>
      </h3>
      <Compared check={check} />
      {open && (
        <p className="mt-2">
          {t.mend[mend]}{' '}
          {places.includes('parcel') && (
            <button type="button" className="min-h-8 font-semibold text-link" onClick={toParcel}>
              {t.toParcel}
            </button>
          )}{' '}
          {places.includes('companies') && (
            <Link to="/trade" search={{ market: 'CN' }}>
              {t.toCompanies}
            </Link>
          )}
        </p>
      )}
      {open && places.includes('goods') && <Products order={order} />}
    </li>
  )
}

function toParcel(): void {
  const form = document.getElementById('parcel')
  form?.scrollIntoView({ block: 'center' })
  form?.querySelector('input')?.focus({ preventScroll: true })
}

/** Their facts for customs. */
function Products({ order }: { order: Order }) {
  const t = useDeclarations()
  const products = new Map(order.lines.map(l => [l.product, textIn(l.name)]))
  return (
    <ul className="m-0 mt-1 flex list-none flex-wrap gap-x-4 gap-y-1 p-0">
      {[...products].map(([product, { text, lang }]) => (
        <li key={product}>
          <Link to="/products/$product/trade" params={{ product }} lang={langTag(lang)}>
            {t.toProduct(text)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** `20260302123000`, as messages tell a time in Beijing. */
const stamp = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/
function Compared({ check }: { check: Check }) {
  const t = useDeclarations()
  const names: Readonly<Record<string, string>> = t.compared
  const words: Readonly<Record<string, string>> = t.words
  const values = check.values.filter(v => v.name !== 'missing' || v.value !== '')
  if (values.length === 0) return null
  const said = (value: string) => {
    if (value === '') return t.words.empty
    if (stamp.test(value)) return value.replace(stamp, '$1-$2-$3 $4:$5:$6')
    const parts = value.split(' ')
    return parts.every(w => words[w]) ? parts.map(w => words[w]).join(t.comma) : value
  }
  return (
    <dl className="m-0 mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-meta">
      {values.map(v => (
        <div key={v.name} className="contents">
          <dt className="text-ink-2">{names[v.name] ?? v.name}</dt>
          <dd className="num m-0 [overflow-wrap:anywhere]">{said(v.value)}</dd>
        </div>
      ))}
    </dl>
  )
}
