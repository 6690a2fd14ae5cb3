import type { LegalDeskMessages } from './index.ts'

export default {
  note: '根据店铺信息生成，买家看到的即是如此。开店前请让专业人士审阅。',
  view: '在买家页面查看',
  short: { notice: '法律公示', shipping: '配送', returns: '退货', privacy: '个人信息' },
  missing: '缺少的内容',
  complete: '此页所需的信息已齐全。',
  give: '填写店铺信息',
  askOwner: '只有店主可以填写。',
  elsewhere: (what: string, language: string) => `“${what}”没有此语言的文字，买家看到的是${language}。`,
} satisfies LegalDeskMessages
