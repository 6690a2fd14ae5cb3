import type { Table } from '../../core.ts'
import type en from './en.ts'

export default {
  editTitle: '编辑草稿',
  as: '发布身份',
  myself: (name: string) => `${name}（本人）`,
  later: '定时发布',
  laterHint: '到你选择的时间会自动发布。',
  time: '发布时间',
  schedule: '定时',
  scheduleWhenDone: '上传完成后定时',
  keep: '存为草稿',
  kept: '草稿已保存',
  scheduled: (when: string) => `将于 ${when} 自动发布`,
  keeping: '正在保存',
  goesOut: (when: string) => `已定时 ${when}`,
  goOn: '继续编辑',
  takeBack: '取消定时',
  takenBack: '已改回草稿',
  opening: '正在打开草稿',
  otherTitle: '这里正在写另一条内容',
  otherText: '打开草稿会放弃正在写的内容。想保留的话，请先存为草稿。',
  openIt: '打开草稿',
  stay: '继续写这条',
  editThis: '剪辑这段视频',
  editVideo: '先剪辑再发布',
  notDraft: '这条内容已不是草稿。已发布的内容不能更改。',
} satisfies Table<typeof en>
