export default {
  title: '概览',
  waiting: '等待处理',
  reports: '举报',
  appeals: '申诉',
  nothing: '没有待处理事项。',
  health: '运行状况',
  healthText: '目前最需要关注的三项。',
  all: '全部检查',
  loop: '所有店铺的循环（28 天）',
  more: '打开循环',
}
