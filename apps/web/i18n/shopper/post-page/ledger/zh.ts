import { number, percent } from '../../../format.ts'
import { tenths } from './tenths.ts'

type Of = (name: string) => number
const against = (v: Of) => `这条为${tenths(v('own'))}，平均为${tenths(v('kind'))}。`

export const ledger = {
  title: '推荐是怎样对待它的',
  text: '它怎样被试推、结果如何，以及现在由哪条规则决定。',
  stop: '。',
  gates: (at: readonly string[]) => `两秒以上的观看达到${at.join('、')}次时，会根据观众的行为，与同时段发布的内容比较后判断。`,
  whyNot: '不展示的原因',
  whyNotMore: '没有更多展示的原因',
  nothing: '没有规则限制它。一有位置就会优先展示。',
  noTries: '还没有在推荐里出现过。',
  ways: '它是怎样出现的',
  people: (n: number, hours: number, since: string) => `从${since}起的${number(hours)}小时内，试推给了${number(n)}人。`,
  way: '方式',
  served: '出现',
  seen: '被观看',
  names: {
    new: '作为新内容试推',
    stage: '通过判断后优先展示',
    random: '随机抽取',
    ranked: '凭表现入选',
  },
  came: '试推的结果',
  few: '有5人以上看过后才显示结果。人数更少时，会暴露个人的行为。',
  compared: (n: number, kind: string) => `旁边是同类（${kind}）其他${number(n)}条内容的中位数。`,
  alone: (n: number, kind: string) => `同类（${kind}）里有8条内容各被观看20次后才能比较，现在有${number(n)}条。`,
  kinds: {
    pictures: '图片',
    clip_10s: '10秒以内的视频',
    clip_30s: '10至30秒的视频',
    clip_60s: '30至60秒的视频',
    clip_long: '一分钟以上的视频',
  },
  outcomes: {
    stopped: '停留两秒以上',
    finished: '看到最后',
    liked: '点赞、收藏、评论、分享或关注',
    looked: '打开商品',
  },
  finishedStill: '看了八秒以上',
  usual: (n: string) => `通常${n}`,
  note: '试推按页面计数。你自己的操作不计入，也不会显示任何人的名字。',
  reasons: {
    not_published: { why: () => '它还没有发布。', what: '请发布它，或等待处理完成。' },
    not_learned: { why: () => '推荐还没有收到它，需要几秒钟。', what: '' },
    removed: { why: () => '你或店铺已将它下架。', what: '' },
    moderated: { why: () => '已被审核移除。', what: '可以在“我”里查看决定并申诉。' },
    author_removed: { why: () => '发布它的账号或店铺已被停用。', what: '可以在“我”里查看决定。' },
    out_of_stock: { why: () => '它介绍的商品全部售罄或已停售。', what: '补货后会自动恢复展示。' },
    not_playable: { why: () => '文件现在无法播放。', what: '请作为新内容重新上传。' },
    trial: {
      why: (v: Of) =>
        `还在试推：保证的${number(v('of'))}次观看已有${number(v('seen'))}次。每${number(v('every'))}个位置留一个给新内容；现有${number(v('waiting'))}条在等，其中${number(v('ahead'))}条排在它前面。过去24小时，新内容共得到${number(v('places'))}个这样的位置。`,
      what: '不用做什么：不论作者是谁，试推都会自动继续。',
    },
    given_up: {
      why: (v: Of) =>
        `它出现过${number(v('served'))}次，被观看${number(v('seen'))}次。为${number(v('of'))}次观看每次最多试${number(v('each'))}个位置，用完后不再优先展示。`,
      what: '第一帧和头两秒决定人们会不会停下。下一条可以换个开头。',
    },
    new_first: {
      why: (v: Of) =>
        `它会优先展示到${number(v('until'))}次观看，但用的是新内容没有用到的位置。前面有${number(v('waiting'))}条新内容。`,
      what: '不用做什么：等待的新内容变少时就会轮到它。',
    },
    gate_unsure: {
      why: (v: Of) => `观看${number(v('at'))}次时它高于中位，但把握不够：${percent(v('chance'))}，需要${percent(v('needed'))}。`,
      what: '观看越多越有把握。分享链接也能带来观看。',
    },
    gate_below: {
      why: (v: Of) =>
        `观看${number(v('at'))}次时，观众对它的反应低于比较内容的中位，所以没有优先展示。它仍会凭受欢迎程度出现${v('next') > 0 ? `，达到${number(v('next'))}次时再次判断` : ''}。`,
      what: '',
    },
    left_sooner: {
      why: (v: Of) => `${v('still') ? '一秒' : '三秒'}内离开的人较多：${against(v)}`,
      what: '一开始就让人看到内容是什么。',
    },
    watched_less: {
      why: (v: Of) => `${v('still') ? '看八秒以上' : '看到最后'}的人较少：${against(v)}`,
      what: '下一条剪短一些，或把重点放在前面。',
    },
    liked_less: {
      why: (v: Of) => `点赞、收藏、评论、分享或关注的人较少：${against(v)}`,
      what: '提一个问题，或给出值得收藏的内容。',
    },
    looked_less: { why: (v: Of) => `打开商品的人较少：${against(v)}`, what: '在商品出现的画面上标出商品。' },
    last_gate: {
      why: (v: Of) => `它通过了观看${number(v('at'))}次时的最后一次判断。之后只由大家的喜好决定。`,
      what: '',
    },
    commerce: {
      why: (v: Of) =>
        `它标注为自家商品或广告。这类内容合计最多占每个人推荐里最近${number(v('of'))}个位置的${percent(v('share'))}。`,
      what: '等待空出的位置。标注不能去掉。',
    },
    quiet_topic: {
      why: (v: Of) =>
        `它的话题比较冷清：过去七天里，对这些话题的内容点赞、收藏、分享或看到最后的人不到${number(v('most'))}位，而它主要出现在这些人面前。`,
      what: '下次可以再加一个更广的话题。',
    },
    same_author: {
      why: (v: Of) =>
        `一页最多出现同一作者的${number(v('most'))}条，而且不会相邻。你有${number(v('yours'))}条较新的内容在分这些位置。`,
      what: '一次少发几条，每条的机会更多。',
    },
    twin: {
      why: (v: Of) => `你还有${number(v('twins'))}条时长、话题和商品都相同的内容，一页只会出现其中一条。`,
      what: '请删除重复的内容。',
    },
    no_topics: { why: () => '它没有话题，无法按喜好找到观众。', what: '下一条请在文字里加上 # 话题。' },
    language: {
      why: (v: Of) => `对使用其他语言的人，他们喜欢它的可能性按${percent(v('odds'))}折算。`,
      what: '用那种语言发布更容易被他们看到。',
    },
    aging: {
      why: (v: Of) => `它已经不新了：新鲜度的加分还剩${percent(v('left'))}，每${number(v('days'))}天减半。`,
      what: '',
    },
  },
}
