import type { Table } from '../../core.ts'
import { number } from '../../format.ts'
import type en from './en.ts'
import { ledger } from './ledger/ja.ts'
import { variants } from './variants/ja.ts'

export default {
  title: 'この動画の数字',
  helped: (n: number) => `あなたの動画が${number(n)}人の決め手になりました`,
  helpedText: '商品、レビュー、価格など、動画で紹介したものをさらに調べた人の数です。',
  hour: '最初の1時間',
  hourRuns: (time: string) => `${time}まで集計中です。`,
  sofar: 'これまで',
  impressions: '表示回数',
  watched: '平均視聴時間',
  seconds: (n: string) => `${n}秒`,
  clicks: '商品を開いた回数',
  orders: '注文',
  shares: '作成された共有リンク',
  curve: 'どこまで見られたか',
  curveSays: (end: string, n: number) => `視聴${number(n)}回のうち${end}が最後まで見られました。`,
  thin: (n: number, needed: number) => `グラフは視聴${number(needed)}回から表示します（現在${number(n)}回）。`,
  still: '写真の投稿にグラフはありません。',
  drops: '離脱が多いところ',
  drop: (part: string, n: number) => `${part}（${number(n)}回）`,
  reach: 'どこで見られたか',
  reachNone: 'まだ誰にも見られていません。',
  from: { share: '共有リンク', for_you: 'おすすめ', following: 'フォロー中', other: 'その他' },
  note: '視聴は見た長さの記録で、どの部分を見たかは含みません。自分の操作は数えず、誰が見たかは表示しません。',
  ledger,
  variants,
} satisfies Table<typeof en>
