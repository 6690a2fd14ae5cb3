import { number, plural } from '../../format.ts'

export default {
  chip: (n: number) => `${number(n)} ${plural(n, { one: 'comment was', other: 'comments were' })} not sent`,
  title: 'Not sent',
  text: 'You wrote this without a connection. When it came back, it was not taken. Your words are kept here until you send or discard them.',
  comment: 'Your comment',
  reply: 'Your reply',
  gone: 'The clip, or what you replied to, is not there any more.',
  tooLong: (most: number) => `It is longer than ${number(most)} characters. Shorten it and send it again.`,
  again: 'Send again',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'It could not be copied. Select the words and copy them by hand.',
  discard: 'Discard',
  open: 'Open the clip',
  sent: 'Sent',
} as const
