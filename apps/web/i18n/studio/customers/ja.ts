import { number } from '../../format.ts'
import type { CustomersMessages } from './index.ts'

export default {
  title: '顧客',
  note: 'ここで注文した方を、注文の内容だけから表示します。ほかでの行動は表示しません。',
  none: 'まだ注文した方はいません',
  noneText: '支払いが済んだ注文の方がここに表示されます。',
  noneFound: '一致する方はいません',
  name: '名前',
  unnamed: '名前なし',
  orders: '注文',
  ordersN: (n: number) => `注文${number(n)}件`,
  spent: '支払額',
  spentDef: '税と送料を含む支払額から、返金した額を引いたものです。',
  last: '最後の注文',
  phase: '段階',
  all: 'すべて',
  phases: { purchase: '購入', confirmation: '確認', sharing: '共有' },
  phaseDef: '購入：支払い済み。確認：商品が届き、返品されていない。共有：注文からレビュー・投稿・共有をした。',
  reviewed: 'レビュー',
  yes: 'あり',
  no: 'なし',
  ordersOf: (name: string) => `${name}さんの注文`,
  ofOne: 'お一人の注文だけを表示しています。',
  showAll: 'すべての注文を表示',
} satisfies CustomersMessages
