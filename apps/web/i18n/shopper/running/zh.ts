import { number } from '../../format.ts'

export default {
  title: '当前优惠',
  off: (amount: string) => `优惠${amount}`,
  buyGet: (buy: number, get: number) => `买${number(buy)}件送${number(get)}件`,
  free: '免运费',
  flash: (price: string) => `限时价 ${price}`,
  left: (n: number) => `此价仅剩${number(n)}件`,
  from: (sum: string) => `满${sum}可用`,
  some: '部分商品适用',
  perPerson: (n: number) => `每人限${number(n)}件`,
  perOrders: (n: number) => `每人限用${number(n)}次`,
  until: (time: string) => `截至${time}`,
  counted: '结算时计入。',
}
