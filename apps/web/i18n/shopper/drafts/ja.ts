import type { Table } from '../../core.ts'
import type en from './en.ts'

export default {
  editTitle: '下書きを編集',
  as: '投稿者',
  myself: (name: string) => `${name}（自分）`,
  later: 'あとで公開する',
  laterHint: '選んだ日時に自動で公開されます。',
  time: '公開日時',
  schedule: '予約する',
  scheduleWhenDone: 'アップロード後に予約',
  keep: '下書き保存',
  kept: '下書きを保存しました',
  scheduled: (when: string) => `${when}に公開されます`,
  keeping: '保存中',
  goesOut: (when: string) => `予約済み ${when}`,
  goOn: '続きを書く',
  takeBack: '予約を取り消す',
  takenBack: '下書きに戻しました',
  opening: '下書きを開いています',
  otherTitle: '別の投稿を書いている途中です',
  otherText: '下書きを開くと、書きかけの投稿は破棄されます。残す場合は、先に下書きとして保存してください。',
  openIt: '下書きを開く',
  stay: 'こちらを続ける',
  editThis: 'この動画を編集',
  editVideo: '動画を編集してから投稿',
  notDraft: 'この投稿はもう下書きではありません。公開したものは変更できません。',
} satisfies Table<typeof en>
