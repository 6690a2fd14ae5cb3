import { filmed } from '../flat/scene.ts'
import { floor, tomato } from '../flat/use.ts'
import { bath, stars } from '../flat/use-sweet.ts'
import { bedside, canvasRain, patina } from '../flat/use-things.ts'
import { shown } from '../scenes/product.ts'
import { type Entry, w } from './entry.ts'

/** What buyers say in clips of their own; they do not agree. `stars` is what they gave in writing. */
export const buyersClips: readonly (Entry & { readonly stars: 1 | 2 | 3 | 4 | 5 })[] = [
  {
    key: 'review-sakai-santoku',
    kind: 'review',
    stars: 5,
    by: { person: 'takeda_shun' },
    products: ['sakai-santoku'],
    caption: w(
      'Fourteen months, one sharpening. #knives #review',
      '十四か月、研ぎは一度。 #包丁 #レビュー',
      '用了十四个月，磨过一次。 #厨刀 #测评',
    ),
    shots: [
      [filmed(tomato, 3.7), w('The tomato test, without pressing.', '押さずにトマトを切る。', '切番茄，不用压。')],
      [
        filmed(tomato, 1.9, [90, -80, 1.7], [110, -40, 1.6], 3.8),
        w('Two millimetres, all of them.', 'ぜんぶ二ミリ。', '每片两毫米。'),
      ],
      [
        shown('sakai-santoku', 2.2, { home: 'kitchen', view: 'detail', seed: 21 }),
        w('172 grams. I weighed it.', '百七十二グラム。量りました。', '一百七十二克，我称过。'),
      ],
    ],
    mood: 'kitchen',
    sounds: [0.5, 1.2, 1.95, 2.65, 3.4, 4.2, 4.9].map(at => ({ at, kind: 'clack' as const, gain: 0.8 })),
  },
  {
    key: 'review-sakai-nakiri',
    kind: 'review',
    stars: 2,
    by: { person: 'gao_ran' },
    products: ['sakai-nakiri'],
    caption: w(
      'Sharp, yes. But it rusted in one night. #knives #review',
      '切れ味は文句なし。でも一晩で錆びました。 #包丁 #レビュー',
      '快是快，一晚上就锈了。 #厨刀 #测评',
    ),
    shots: [
      [
        shown('sakai-nakiri', 3, { home: 'desk', seed: 22 }),
        w('I left it in the sink, once.', '一度だけ、流しに置きました。', '就一次，泡在水槽里。'),
      ],
      [
        shown('sakai-nakiri', 2.9, { home: 'bath', view: 'detail', round: -14, seed: 25 }),
        w('Orange spots by morning.', '朝には茶色い点々。', '早上全是锈点。'),
        w('If you dry it at once, take it. I do not.', 'すぐ拭く人向け。私は違った。', '勤快的人再买，我不是。'),
      ],
    ],
    mood: 'calm',
    sounds: [
      { at: 0.5, kind: 'drop' },
      { at: 1.4, kind: 'drop' },
      { at: 2.4, kind: 'drop' },
    ],
  },
  {
    key: 'review-yuzu-salt',
    kind: 'review',
    stars: 5,
    by: { person: 'nishida_kaho' },
    products: ['yuzu-salt'],
    caption: w(
      'Thirty grams, forty degrees, asleep by ten. #bath #yuzu',
      '三十グラム、四十度、十時就寝。 #お風呂 #柚子',
      '三十克，四十度，十点就睡着。 #泡澡 #柚子',
    ),
    shots: [
      [
        filmed(bath, 3.5),
        w('I measured: thirty grams is right.', '量りました。三十グラムがちょうどいい。', '我量过，三十克正好。'),
      ],
      [
        filmed(bath, 1.8, [40, 140, 1.7], [-30, 120, 1.6], 3.5),
        w('The fruit is mine, the salt is theirs.', '実はうちの、塩はお店の。', '果子是我家的，盐是店里的。'),
      ],
      [
        shown('yuzu-salt', 2.2, { home: 'bath', seed: 23 }),
        w('Warm for an hour afterwards.', '一時間は、ぽかぽか。', '之后一小时都暖。'),
      ],
    ],
    mood: 'calm',
    sounds: [
      { at: 0.4, kind: 'pour', length: 1.6, gain: 0.7 },
      { at: 3, kind: 'drop' },
    ],
  },
  {
    key: 'review-yuzu-cream',
    kind: 'review',
    stars: 3,
    by: { person: 'xu_yining' },
    products: ['yuzu-cream'],
    caption: w(
      'Good for dry hands, too rich for my face. #skincare #review',
      '手にはよい。顔には重い。 #スキンケア #レビュー',
      '手用很好，脸上太油。 #护肤 #测评',
    ),
    shots: [
      [
        shown('yuzu-cream', 3, { home: 'bath', wrapped: '#dfe8d2', seed: 24 }),
        w('Day one to day twenty.', '一日目から二十日目まで。', '从第一天到第二十天。'),
      ],
      [
        shown('yuzu-cream', 2.9, { home: 'desk', view: 'detail', round: 16, seed: 27 }),
        w('Hands: better in four days.', '手は四日でしっとり。', '手：四天见效。'),
        w('Face: shiny by noon. Three stars.', '顔は昼にはてかる。星三つ。', '脸：中午就泛油。三星。'),
      ],
    ],
    mood: 'kitchen',
    sounds: [{ at: 0.4, kind: 'cloth', length: 1.4, gain: 2 }],
  },
  {
    key: 'review-kaga-konpeito',
    kind: 'review',
    stars: 4,
    by: { person: 'ben_carter' },
    products: ['kaga-konpeito'],
    caption: w(
      'I counted them so you need not. #sweets #review',
      '数えたので、もう数えなくて大丈夫。 #金平糖 #レビュー',
      '我替你数过了。 #金平糖 #测评',
    ),
    shots: [
      [
        filmed(stars, 3.6),
        w('One hundred and fifty. I ate the evidence.', '百五十粒。証拠は食べました。', '一百五十颗，证据已吃。'),
      ],
      [
        filmed(stars, 1.9, [-50, 30, 1.8], [-20, 40, 1.7], 3.9),
        w('White is sugar. So is pink.', '白は砂糖味。桃色も砂糖味。', '白的是糖味，粉的也是。'),
      ],
      [
        shown('kaga-konpeito', 2.2, { home: 'desk', seed: 26 }),
        w('Minus one star: it ended.', '星を一つ減らします。なくなったので。', '扣一星：吃完了。'),
      ],
    ],
    mood: 'play',
    sounds: Array.from({ length: 18 }, (_, i) => ({ at: 0.2 + i * 0.22, kind: 'clack' as const, gain: 0.3 })),
  },
  {
    key: 'review-kaga-dorayaki',
    kind: 'review',
    stars: 4,
    by: { person: 'he_jiayi' },
    products: ['kaga-dorayaki'],
    caption: w(
      'My mother says five, I say three, so: four. #sweets #tea',
      '母は五、私は三、だから四。 #どら焼き #お茶',
      '妈妈打五星，我打三星，那就四星。 #铜锣烧 #下午茶',
    ),
    shots: [
      [
        shown('kaga-dorayaki', 3, { home: 'tatami', seed: 28 }),
        w('The skin is honey and still soft.', '皮は蜂蜜でしっとり。', '皮有蜂蜜味，很软。'),
      ],
      [
        shown('kaga-dorayaki', 2.9, { home: 'kitchen', view: 'detail', round: 18, seed: 31 }),
        w('Too sweet for me.', '私には甘すぎ。', '对我来说太甜。'),
        w('Mum took the second one.', '二つ目は母のもの。', '第二个归我妈了。'),
      ],
    ],
    mood: 'morning',
    sounds: [{ at: 0.4, kind: 'wood', gain: 0.6 }],
  },
  {
    key: 'review-awaji-cones',
    kind: 'review',
    stars: 3,
    by: { person: 'okada_hinata' },
    products: ['awaji-cones'],
    caption: w(
      'Lovely smell, small room, open a window. #incense #review',
      'いい香り。狭い部屋では窓を。 #お香 #レビュー',
      '好闻，房间小要开窗。 #线香 #测评',
    ),
    shots: [
      [
        shown('awaji-cones', 3, { home: 'night', steaming: true, seed: 29 }),
        w('Six mats, one cone: too much.', '六畳に一つは、多い。', '十平米一个，太浓。'),
      ],
      [
        shown('awaji-cones', 2.7, { home: 'desk', view: 'detail', seed: 30, steaming: true }),
        w('Half a cone is right.', '半分でちょうどいい。', '半个正好。'),
      ],
    ],
    mood: 'night',
    sounds: [{ at: 0.2, kind: 'bell', note: 76, gain: 0.8 }],
  },
  {
    key: 'review-mino-lamp',
    kind: 'review',
    stars: 5,
    by: { person: 'clara_duval' },
    products: ['mino-lamp'],
    caption: w(
      'I finished the book. Blame the lamp. #lamp #washi',
      '読み終えてしまった。灯りのせい。 #灯り #和紙',
      '书看完了，怪这盏灯。 #灯 #和纸',
    ),
    shots: [
      [filmed(bedside, 3.4), w('Off. And on.', '消す。つける。', '关。开。')],
      [
        filmed(bedside, 2, [130, -20, 1.7], [110, 0, 1.6], 3.4),
        w('It forgives the wallpaper.', '壁紙の古さも許してくれる。', '连旧墙纸都好看了。'),
      ],
      [
        shown('mino-lamp', 2.3, { home: 'night', seed: 32 }),
        w('One page became two hundred.', '一ページが、二百ページに。', '一页变成两百页。'),
      ],
    ],
    mood: 'night',
    sounds: [
      { at: 1.1, kind: 'clack', gain: 0.7 },
      { at: 3.7, kind: 'cloth', length: 0.8, gain: 1.6 },
    ],
  },
  {
    key: 'review-suzu-tumbler',
    kind: 'review',
    stars: 4,
    by: { person: 'matsui_kenji' },
    products: ['suzu-tumbler'],
    caption: w(
      'It bends. So do I, after two. #sake #tin',
      '曲がります。二杯で私も。 #酒器 #錫',
      '会弯。我喝两杯也弯。 #酒器 #锡器',
    ),
    shots: [
      [
        shown('suzu-tumbler', 3, { home: 'kitchen', seed: 33 }),
        w('I gripped it and it gave way.', '握ったら、へこんだ。', '一握就瘪了。'),
      ],
      [
        shown('suzu-tumbler', 2.9, { home: 'night', view: 'detail', round: 22, seed: 36 }),
        w('Pushed it back. Nobody knows.', '戻した。だれも知らない。', '又推回去，没人知道。'),
        w('Beer stays cold, that much is true.', 'ビールが冷たいのは本当。', '啤酒确实一直冰。'),
      ],
    ],
    mood: 'calm',
    sounds: [
      { at: 0.6, kind: 'bell', note: 90, gain: 0.8 },
      { at: 3.2, kind: 'pour', length: 1.8 },
    ],
  },
  {
    key: 'review-toyo-rucksack',
    kind: 'review',
    stars: 5,
    by: { person: 'tom_aldridge' },
    products: ['toyo-rucksack'],
    caption: w(
      'Forty minutes of rain, dry laptop. #bags #canvas',
      '雨の中四十分、パソコンは無事。 #鞄 #帆布',
      '淋了四十分钟，电脑是干的。 #包 #帆布',
    ),
    shots: [
      [filmed(canvasRain, 3.5), w('It beads. It rolls off.', '水玉になって、転がる。', '水成珠，滚下去。')],
      [filmed(canvasRain, 1.7, [-60, 60, 1.9], [-60, 80, 1.8], 3.5), w('One wipe.', 'ひと拭き。', '一擦就好。')],
      [
        shown('toyo-rucksack', 2.3, { home: 'desk', seed: 34 }),
        w('Dry inside. Done.', '中は乾いている。以上。', '里面是干的。完。'),
      ],
    ],
    mood: 'street',
    sounds: [
      { at: 0.1, kind: 'rainfall', length: 5 },
      { at: 4.1, kind: 'cloth', length: 0.8, gain: 1.8 },
    ],
  },
  {
    key: 'review-toyo-wallet',
    kind: 'review',
    stars: 4,
    by: { person: 'fujii_takumi' },
    products: ['toyo-wallet'],
    caption: w(
      'Left: the day it came. Right: one year of my trousers. #leather #wallet',
      '左は届いた日。右は尻ポケット一年。 #革 #財布',
      '左边是收到那天，右边是裤兜里一年。 #皮具 #钱包',
    ),
    shots: [
      [filmed(patina, 3.6), w('The day it came.', '届いた日。', '收到那天。'), w('One year later.', '一年後。', '一年后。')],
      [
        filmed(patina, 1.7, [60, 0, 1.6], [30, 0, 1.5], 3.8),
        w('I look worse. It looks better.', '私は古び、財布は味が出た。', '我老了，它更好看了。'),
      ],
      [
        shown('toyo-wallet', 2.2, { home: 'kitchen', seed: 35 }),
        w('The coin pocket is too small.', '小銭入れは小さすぎ。', '零钱袋太小。'),
      ],
    ],
    mood: 'kitchen',
    sounds: [
      { at: 1.1, kind: 'cloth', length: 0.9, gain: 1.8 },
      { at: 4, kind: 'clack', gain: 0.6 },
    ],
  },
  {
    key: 'review-hida-car',
    kind: 'review',
    stars: 5,
    by: { person: 'priya_nair' },
    products: ['hida-car', 'hida-blocks'],
    caption: w(
      'Drop test: 31 falls, no splinter. #toys #review',
      '落下試験三十一回、ささくれなし。 #木のおもちゃ #レビュー',
      '摔了三十一次，没有毛刺。 #木玩 #测评',
    ),
    shots: [
      [filmed(floor, 3.6), w('The road is tape. The driver is two.', '道はテープ、運転手は二歳。', '路是胶带，司机两岁。')],
      [
        filmed(floor, 1.9, [0, -160, 1.7], [-60, -180, 1.6], 3.8),
        w('Thirty-one falls, I counted.', '落下三十一回、数えました。', '我数了，摔了三十一次。'),
      ],
      [
        shown('hida-car', 2.2, { home: 'tatami', seed: 37 }),
        w('The wheels are still round.', '車輪はまだ丸い。', '轮子还是圆的。'),
      ],
    ],
    mood: 'play',
    sounds: Array.from({ length: 8 }, (_, i) => ({ at: 0.3 + i * 0.6, kind: 'wood' as const, gain: 0.5 })),
  },
  {
    key: 'review-uji-kyusu',
    kind: 'review',
    stars: 3,
    by: { person: 'chen_yu' },
    products: ['uji-kyusu'],
    caption: w(
      'Pours clean at ninety degrees, drips at forty-five. #tea #review',
      '九十度なら切れがよく、四十五度では垂れる。 #急須 #レビュー',
      '倒到九十度不漏，四十五度会滴。 #侧把壶 #测评',
    ),
    shots: [
      [
        shown('uji-kyusu', 3, { home: 'tatami', variant: 1, seed: 38 }),
        w('Three hundred pours, one notebook.', '三百回注いで、記録しました。', '倒了三百次，都记了。'),
      ],
      [
        shown('uji-kyusu', 2.9, { home: 'kitchen', view: 'detail', variant: 1, becomes: 2, seed: 40 }),
        w('Good: the lid, the weight.', '良い点：蓋と重さ。', '优点：盖子、重量。'),
        w('Bad: the last drop runs down.', '難点：最後の一滴が伝う。', '缺点：最后一滴会流下来。'),
      ],
    ],
    mood: 'morning',
    sounds: [
      { at: 0.6, kind: 'pour', length: 1.6 },
      { at: 4.6, kind: 'drop' },
      { at: 5.2, kind: 'drop' },
    ],
  },
]
