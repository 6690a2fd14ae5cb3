import { number } from '../../format.ts'

export default {
  title: '実施中の特典',
  off: (amount: string) => `${amount}引き`,
  buyGet: (buy: number, get: number) => `${number(buy)}点買うと${number(get)}点無料`,
  free: '送料無料',
  flash: (price: string) => `タイムセール価格 ${price}`,
  left: (n: number) => `この価格は残り${number(n)}点`,
  from: (sum: string) => `${sum}以上で`,
  some: '一部の商品が対象',
  perPerson: (n: number) => `お一人様${number(n)}点まで`,
  perOrders: (n: number) => `お一人様${number(n)}回まで`,
  until: (time: string) => `${time}まで`,
  counted: '購入手続きで計算されます。',
}
