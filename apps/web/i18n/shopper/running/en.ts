import { number } from '../../format.ts'

export default {
  title: 'Offers now',
  off: (amount: string) => `${amount} off`,
  buyGet: (buy: number, get: number) => `Buy ${number(buy)}, get ${number(get)} free`,
  free: 'Free delivery',
  flash: (price: string) => `Flash price ${price}`,
  left: (n: number) => `${number(n)} left at this price`,
  from: (sum: string) => `from ${sum}`,
  some: 'on some products',
  perPerson: (n: number) => `at most ${number(n)} per person`,
  perOrders: (n: number) => (n === 1 ? 'once per person' : `${number(n)} times per person`),
  until: (time: string) => `until ${time}`,
  counted: 'Counted at the checkout.',
} as const
