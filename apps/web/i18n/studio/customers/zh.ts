import { number } from '../../format.ts'
import type { CustomersMessages } from './index.ts'

export default {
  title: '顾客',
  note: '在此下过单的人，只依据其订单显示。不显示他们在别处的行为。',
  none: '还没有人下单',
  noneText: '付款后的下单者会显示在这里。',
  noneFound: '没有符合的顾客',
  name: '姓名',
  unnamed: '没有姓名',
  orders: '订单',
  ordersN: (n: number) => `${number(n)} 笔订单`,
  spent: '消费额',
  spentDef: '含税和运费的付款总额，减去已退款的金额。',
  last: '最近订单',
  phase: '阶段',
  all: '全部',
  phases: { purchase: '购买', confirmation: '确认', sharing: '分享' },
  phaseDef: '购买：已付款。确认：商品已送达且未退回。分享：根据订单写了评价、发布或分享了内容。',
  reviewed: '评价',
  yes: '有',
  no: '无',
  ordersOf: (name: string) => `${name} 的订单`,
  ofOne: '只显示一位顾客的订单。',
  showAll: '显示全部订单',
} satisfies CustomersMessages
