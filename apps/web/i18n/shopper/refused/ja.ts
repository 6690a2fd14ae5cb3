import { number } from '../../format.ts'

export default {
  chip: (n: number) => `${number(n)}件のコメントを送れませんでした`,
  title: '送れなかったコメント',
  text: '接続がないときに書かれたもので、接続が戻ったときに受け付けられませんでした。送り直すか破棄するまで、文面はここに残ります。',
  comment: 'コメント',
  reply: '返信',
  gone: '動画、または返信先のコメントがなくなっています。',
  tooLong: (most: number) => `${number(most)}文字を超えています。短くしてから送り直してください。`,
  again: '送り直す',
  copy: 'コピー',
  copied: 'コピーしました',
  notCopied: 'コピーできませんでした。文面を選択してコピーしてください。',
  discard: '破棄',
  open: '動画を開く',
  sent: '送信しました',
} as const
