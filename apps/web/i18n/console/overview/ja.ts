export default {
  title: '概要',
  waiting: '対応待ち',
  reports: '通報',
  appeals: '異議',
  nothing: '対応待ちはありません。',
  health: '稼働状況',
  healthText: '今もっとも注意が必要な3項目です。',
  all: 'すべての項目',
  loop: '全ショップの循環（28日間）',
  more: '循環を開く',
}
