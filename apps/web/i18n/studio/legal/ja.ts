import type { LegalDeskMessages } from './index.ts'

export default {
  note: 'ショップの情報から作られ、お客様にはこのとおり表示されます。開店前に専門家に確認してください。',
  view: 'お客様の画面で見る',
  short: { notice: '特定商取引法', shipping: '配送', returns: '返品', privacy: '個人情報' },
  missing: '足りない項目',
  complete: 'このページに必要な項目はそろっています。',
  give: 'ショップの情報を入力する',
  askOwner: '入力できるのはショップのオーナーです。',
  elsewhere: (what: string, language: string) => `「${what}」はこの言語の文がありません。お客様には${language}で表示されます。`,
} satisfies LegalDeskMessages
