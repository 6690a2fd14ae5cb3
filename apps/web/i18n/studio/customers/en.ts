import { number, plural } from '../../format.ts'

const en = {
  title: 'Customers',
  note: 'People who ordered here, by what their orders say. What they do elsewhere is not shown.',
  none: 'Nobody has ordered yet',
  noneText: 'Who pays for an order appears here.',
  noneFound: 'Nobody matches',
  name: 'Name',
  unnamed: 'Without a name',
  orders: 'Orders',
  ordersN: (n: number) => `${number(n)} ${plural(n, { one: 'order', other: 'orders' })}`,
  spent: 'Spent',
  spentDef: 'What was paid, with tax and delivery, less what was given back.',
  last: 'Last order',
  phase: 'Phase',
  all: 'All',
  phases: { purchase: 'Purchase', confirmation: 'Confirmation', sharing: 'Sharing' },
  phaseDef: 'Purchase: paid. Confirmation: something arrived and stayed. Sharing: reviewed, posted or shared from an order.',
  reviewed: 'Reviewed',
  yes: 'Yes',
  no: 'No',
  ordersOf: (name: string) => `Orders of ${name}`,
  ofOne: 'Only orders of one customer.',
  showAll: 'Show all orders',
} as const
export default en
