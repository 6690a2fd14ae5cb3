import { useQuery } from '@tanstack/react-query'
import { isCode } from '../../client/error.ts'
import type { Order } from '../../client/types.ts'
import { useDeclarations } from '../../i18n/studio/declarations/index.ts'
import { Link, Panel, Problem, State } from '../../ui/desk/index.ts'
import { declarationQuery, isDeclared, look, tones, wordOf } from './declaration-data.ts'

/** On the page of an order: where its declaration stands, and the way to it. */
export const OrderDeclaration = ({ order }: { order: Order }) => (isDeclared(order) ? <Card order={order} /> : null)

function Card({ order }: { order: Order }) {
  const t = useDeclarations()
  const found = useQuery({ ...declarationQuery(order.id), refetchInterval: look.page })
  const d = found.data?.declaration
  // It comes a moment after the payment.
  if (!d && isCode(found.error, 'not_found')) return null
  const word = d && wordOf(d)
  return (
    <Panel className="mt-4" title={t.declaredAs} aside={word && <State tone={tones[word]}>{t.states[word]}</State>}>
      {!d && <Problem error={found.error} retry={() => void found.refetch()} />}
      {word && <p className="text-ink-2">{t.next[word]}</p>}
      <Link to="/declarations/$order" params={{ order: order.id }} className="mt-2 inline-block">
        {t.toDeclaration}
      </Link>
    </Panel>
  )
}
