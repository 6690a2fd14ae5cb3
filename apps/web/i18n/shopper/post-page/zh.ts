import type { Table } from '../../core.ts'
import { number } from '../../format.ts'
import type en from './en.ts'
import { ledger } from './ledger/zh.ts'
import { variants } from './variants/zh.ts'

export default {
  title: '这个视频的数据',
  helped: (n: number) => `你的视频帮助${number(n)}人做了决定`,
  helpedText: '他们进一步查看了视频里的商品、评价或价格。',
  hour: '第一个小时',
  hourRuns: (time: string) => `仍在统计，到${time}为止。`,
  sofar: '至今',
  impressions: '展示次数',
  watched: '平均观看时长',
  seconds: (n: string) => `${n}秒`,
  clicks: '打开商品次数',
  orders: '订单',
  shares: '生成的分享链接',
  curve: '观看到哪里',
  curveSays: (end: string, n: number) => `${number(n)}次观看中有${end}看到了最后。`,
  thin: (n: number, needed: number) => `曲线至少需要${number(needed)}次观看，现在有${number(n)}次。`,
  still: '图片没有曲线。',
  drops: '离开最多的地方',
  drop: (part: string, n: number) => `${part}（${number(n)}次）`,
  reach: '从哪里看到',
  reachNone: '还没有人看到。',
  from: { share: '分享链接', for_you: '推荐', following: '关注', other: '其他' },
  note: '观看只记录看了多久，不记录看了哪一段。你自己的操作不计入，也不会显示任何人的名字。',
  ledger,
  variants,
} satisfies Table<typeof en>
