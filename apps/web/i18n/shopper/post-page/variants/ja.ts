import type { Table } from '../../../core.ts'
import { number } from '../../../format.ts'
import type { variants as en } from './en.ts'

export const variants = {
  title: '別の始まりを試す',
  text: '同じ動画を、最初の数秒やカバーを変えて2つまで試せます。誰がどれを見るかは偶然で決まり、同じ人にはいつも同じものが表示されます。商品、説明文、広告表示は変わりません。',
  add: '始まりを追加',
  sending: (part: string) => `アップロード中 ${part}`,
  making: '準備しています。このページを開いたままにしてください。',
  again: 'もう一度試す',
  own: '今の動画',
  other: (n: number) => `始まり${number(n)}`,
  poster: (name: string) => `カバー：${name}`,
  stayed: (part: string, stayed: number, shown: number) => `3秒以上視聴 ${part}（${number(shown)}人中${number(stayed)}人）`,
  nobody: 'まだ誰にも見られていません。',
  more: (finished: string, opened: string) => `最後まで視聴 ${finished}・商品を開いた ${opened}`,
  running: (least: number, needed: number, days: number) =>
    least < needed
      ? `まだ判断できません。それぞれ${number(needed)}人に見られる必要があり、いちばん少ないものは現在${number(least)}人です。テスト期間は${number(days)}日です。`
      : `今のところ、はっきりした差はありません。テスト期間は${number(days)}日です。`,
  decided: (name: string, chance: string) => `「${name}」がいちばん続けて見られています（確率${chance}）。`,
  undecided: (days: number) =>
    `${number(days)}日たっても、はっきりした差は出ませんでした。選び直さないかぎり、今の動画のままです。`,
  best: 'いちばん見られる',
  keep: 'これにする',
  end: 'テストを終える',
  drop: '取り除く',
  keepTitle: 'この始まりにしますか？',
  keepText: '今後は全員にこの動画が表示されます。ほかのものは削除されます。',
  endTitle: 'テストを終えますか？',
  endText: '今後は全員に今の動画が表示されます。ほかの始まりは削除されます。',
  dropTitle: 'この始まりを取り除きますか？',
  dropText: '削除され、残りの集計は最初からになります。',
  note: '1人につき1回、最初に見たときだけを数えます。自分で見た分は数えません。始まりを追加または取り除くと、集計は最初からになります。',
} satisfies Table<typeof en>
