import { useQuery } from '@tanstack/react-query'
import { isCode } from '../../client/error.ts'
import type { Order } from '../../client/types.ts'
import { useDeclarations } from '../../i18n/studio/declarations/index.ts'
import { Link, Panel, Problem, State } from '../../ui/desk/index.ts'
import { declarationQuery, isDeclared, look, tones, wordOf } from './declaration-data.ts'

interface Props {
  readonly order: Order
  readonly className?: string
}
/** On the pages of an order and of its returns: where its declaration stands, and the way to it. */
export const OrderDeclaration = (props: Props) => (isDeclared(props.order) ? <Card {...props} /> : null)

function Card({ order, className = 'mt-4' }: Props) {
  const t = useDeclarations()
  const found = useQuery({ ...declarationQuery(order.id), refetchInterval: look.page })
  const d = found.data?.declaration
  // It comes a moment after the payment.
  if (!d && isCode(found.error, 'not_found')) return null
  const word = d && wordOf(d)
  return (
    <Panel className={className} title={t.declaredAs} aside={word && <State tone={tones[word]}>{t.states[word]}</State>}>
      {!d && <Problem error={found.error} retry={() => void found.refetch()} />}
      {word && <p className="text-ink-2">{t.next[word]}</p>}
      <Link to="/declarations/$order" params={{ order: order.id }} className="mt-2 inline-block">
        {t.toDeclaration}
      </Link>
    </Panel>
  )
}
