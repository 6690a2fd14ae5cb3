import type { Table } from '../../core.ts'
import type en from './en.ts'

export default {
  title: '招待',
  ask: (shop: string) => `「${shop}」で働く招待が届いています`,
  roles: { owner: 'オーナーとして：設定とスタッフの管理を含むすべて。', staff: 'スタッフとして：注文、商品、レビュー、投稿。' },
  address: (email: string) => `${email} 宛ての招待です。`,
  until: (day: string) => `${day}まで有効です。`,
  join: '参加する',
  signInFirst: 'このアドレスでログインするか、アカウントを作成してください。そのあとこのページに戻ります。',
  signIn: 'ログイン',
  signUp: 'アカウントを作成',
  other: (email: string) => `${email} でログインしています。この招待は別のアドレス宛てです。`,
  signOut: 'ログアウト',
  gone: 'この招待は開けません',
  home: 'トップへ',
} satisfies Table<typeof en>
