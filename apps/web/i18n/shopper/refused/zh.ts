import { number } from '../../format.ts'

export default {
  chip: (n: number) => `${number(n)}条评论未能发送`,
  title: '未能发送的评论',
  text: '这些内容写于没有网络时，网络恢复后未被接受。在你重新发送或丢弃之前，文字会保留在这里。',
  comment: '你的评论',
  reply: '你的回复',
  gone: '该视频或你回复的评论已不存在。',
  tooLong: (most: number) => `超过${number(most)}个字符，请缩短后重新发送。`,
  again: '重新发送',
  copy: '复制',
  copied: '已复制',
  notCopied: '无法复制，请选中文字后手动复制。',
  discard: '丢弃',
  open: '打开视频',
  sent: '已发送',
} as const
