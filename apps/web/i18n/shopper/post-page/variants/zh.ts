import type { Table } from '../../../core.ts'
import { number } from '../../../format.ts'
import type { variants as en } from './en.ts'

export const variants = {
  title: '试试别的开头',
  text: '同一个视频，可以换前几秒或封面，最多两种。谁看到哪一种由随机决定，同一个人看到的始终相同。商品、文案和广告标注不变。',
  add: '添加开头',
  sending: (part: string) => `正在上传 ${part}`,
  making: '正在处理，请不要离开本页。',
  again: '重试',
  own: '现在的视频',
  other: (n: number) => `开头${number(n)}`,
  poster: (name: string) => `封面：${name}`,
  stayed: (part: string, stayed: number, shown: number) => `看满3秒 ${part}（${number(shown)}人中${number(stayed)}人）`,
  nobody: '还没有人看到。',
  more: (finished: string, opened: string) => `看到最后 ${finished} · 打开商品 ${opened}`,
  running: (least: number, needed: number, days: number) =>
    least < needed
      ? `现在还无法判断。每一种需要${number(needed)}人看过，目前最少的是${number(least)}人。测试持续${number(days)}天。`
      : `目前没有明显差别。测试持续${number(days)}天。`,
  decided: (name: string, chance: string) => `“${name}”最能留住人，概率为${chance}。`,
  undecided: (days: number) => `${number(days)}天后仍没有明显差别。除非你另选，否则保留现在的视频。`,
  best: '最能留住人',
  keep: '用这个',
  end: '结束测试',
  drop: '移除',
  keepTitle: '用这个开头？',
  keepText: '今后所有人都会看到这一种，其他的会被删除。',
  endTitle: '结束测试？',
  endText: '今后所有人都会看到现在的视频，其他开头会被删除。',
  dropTitle: '移除这个开头？',
  dropText: '它会被删除，其余的重新开始统计。',
  note: '每人只计一次，以第一次看到为准。你自己的观看不计入。添加或移除开头后会重新统计。',
} satisfies Table<typeof en>
