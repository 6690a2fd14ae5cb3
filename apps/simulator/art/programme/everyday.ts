import { festival, lane, stall } from '../flat/everyday-evening.ts'
import { fireflies, garden } from '../flat/everyday-garden.ts'
import { eggs, laundry, soup } from '../flat/everyday-home.ts'
import { market } from '../flat/everyday-market.ts'
import { koi } from '../flat/everyday-pond.ts'
import { record, veranda } from '../flat/everyday-quiet.ts'
import { fireworks, kite, snow } from '../flat/everyday-sky.ts'
import { bicycle, crossing, nightTrain } from '../flat/everyday-town.ts'
import { sea, tide } from '../flat/everyday-water.ts'
import { filmed } from '../flat/scene.ts'
import { type Entry, w } from './entry.ts'

/** Clips of people who sell nothing. */
export const everyday: readonly Entry[] = [
  {
    key: 'everyday-koi',
    kind: 'everyday',
    by: { person: 'song_qiao' },
    caption: w(
      'Five carp and no appointments. #koi #pond #everyday',
      '鯉が五匹、予定はなし。 #鯉 #池 #日常',
      '五条锦鲤，今天没有安排。 #锦鲤 #日常',
    ),
    shots: [
      [filmed(koi, 3.6), w('I came to feed them.', '餌をやりに来たのに。', '我是来喂鱼的。')],
      [
        filmed(koi, 2.9, [70, -20, 1.75], [-30, 30, 1.65], 3.6),
        w('They had eaten. I stayed.', 'もう食べた顔をしている。', '它们吃过了，我没走。'),
      ],
    ],
    mood: 'calm',
    sounds: [
      { at: 1.2, kind: 'drop' },
      { at: 2.6, kind: 'drop' },
      { at: 4.7, kind: 'drop' },
    ],
  },
  {
    key: 'everyday-lane',
    kind: 'everyday',
    by: { person: 'sato_ren' },
    caption: w(
      'The lane after the rain. #rain #night #lantern',
      '雨あがりの路地。 #雨 #夜 #提灯',
      '雨后的小巷。 #雨 #夜色 #灯笼',
    ),
    shots: [
      [filmed(lane, 3.4), w('It stopped ten minutes ago.', '十分前にやんだ。', '十分钟前停的。')],
      [
        filmed(lane, 3, [-10, 190, 1.9], [6, 150, 1.7], 3.4),
        w('Nobody has told the umbrella.', '傘はまだ知らない。', '伞还不知道。'),
      ],
    ],
    mood: 'night',
    sounds: [
      { at: 0.9, kind: 'drop' },
      { at: 2.1, kind: 'drop' },
      { at: 3.2, kind: 'drop' },
      { at: 5, kind: 'drop' },
    ],
  },
  {
    key: 'everyday-fireworks',
    kind: 'everyday',
    by: { person: 'wang_qing' },
    caption: w(
      'From the boat, everything twice. #fireworks #summer',
      '舟から見ると、ふたつずつ。 #花火 #夏',
      '在船上看，每朵都是两朵。 #烟花 #夏天',
    ),
    shots: [
      [filmed(fireworks, 4.2), w('Count to two, then the sound.', '二つ数えると、音がくる。', '数两下，声音才到。')],
      [
        filmed(fireworks, 2.8, [0, -180, 1.5], [0, -150, 1.4], 2.9),
        w('The river keeps them a little longer.', '川のほうが、少し長く光る。', '河里的，多亮一会儿。'),
      ],
    ],
    mood: 'festival',
    sounds: [0.7, 1.6, 2.5, 3.3, 4.2, 5.1].map(at => ({ at, kind: 'boom' as const })),
  },
  {
    key: 'everyday-night-train',
    kind: 'everyday',
    by: { person: 'fujii_takumi' },
    caption: w(
      'Last train, whole carriage to myself. #train #night',
      '終電、貸し切り。 #電車 #夜',
      '末班车，整节车厢都是我的。 #电车 #夜晚',
    ),
    shots: [
      [filmed(nightTrain, 3.8), w('Twenty-three forty-one.', '二十三時四十一分。', '二十三点四十一。')],
      [
        filmed(nightTrain, 2.8, [60, -60, 1.55], [90, -50, 1.5], 3.8),
        w('Somebody in every window.', 'どの窓にも、だれかいる。', '每扇窗里都有人。'),
      ],
    ],
    mood: 'train',
  },
  {
    key: 'everyday-eggs',
    kind: 'everyday',
    by: { person: 'marco_rossi' },
    caption: w(
      'Two eggs, low heat, no talking. #breakfast #cooking',
      '卵ふたつ、弱火、無言。 #朝ごはん #料理',
      '两个蛋，小火，不说话。 #早餐 #做饭',
    ),
    shots: [
      [filmed(eggs, 3.3), w('Low heat. Lower than you think.', '弱火で。思うより弱く。', '小火，比你想的还小。')],
      [
        filmed(eggs, 2.9, [-60, -60, 1.9], [60, 20, 1.8], 3.2),
        w('Salt when the edge goes gold.', '縁が色づいたら、塩。', '边上变金黄再放盐。'),
      ],
    ],
    mood: 'kitchen',
    sounds: [{ at: 0.1, kind: 'sizzle', length: 5.9, gain: 1 }],
  },
  {
    key: 'everyday-sea',
    kind: 'everyday',
    by: { person: 'oliver_reid' },
    caption: w(
      'Five in the morning, worth it once. #sea #sunrise',
      '朝の五時。一度は見る価値あり。 #海 #日の出',
      '凌晨五点，值得起一次。 #海 #日出',
    ),
    shots: [
      [filmed(sea, 3.7), w('Flat as a plate.', '皿みたいに静か。', '平得像盘子。')],
      [
        filmed(sea, 2.9, [-40, 30, 1.8], [30, 20, 1.7], 3.7),
        w('One boat, and it waved.', '一艘だけ。手を振ってくれた。', '只有一条船，还挥了手。'),
      ],
    ],
    mood: 'sea',
  },
  {
    key: 'everyday-veranda',
    kind: 'everyday',
    by: { person: 'yuki_tanabe' },
    caption: w('He owns the sunny half. #cat #summer', '日なたの半分は、この子のもの。 #猫 #夏', '有太阳的那半归它。 #猫 #夏天'),
    shots: [
      [
        filmed(veranda, 3.5, [0, 100, 1.22], [4, 96, 1.25]),
        w('Please do not step on the cat.', '猫を踏まないでください。', '请勿踩猫。'),
      ],
      [
        filmed(veranda, 2.9, [-140, 250, 2.1], [-110, 240, 2], 2.1),
        w('One ear is on duty.', '片耳は勤務中。', '一只耳朵在值班。'),
      ],
    ],
    mood: 'morning',
  },
  {
    key: 'everyday-market',
    kind: 'everyday',
    by: { person: 'he_jiayi' },
    caption: w(
      'The market at seven, from the stairs. #market #fruit',
      '七時の市場、階段から。 #市場 #くだもの',
      '早上七点的菜市场，从楼梯上看。 #菜市场 #水果',
    ),
    shots: [
      [filmed(market, 3.4), w('Oranges first.', 'まずはみかん。', '先看橙子。')],
      [
        filmed(market, 2.8, [120, 140, 1.7], [80, 60, 1.6], 0),
        w('The plums are from her garden.', 'すももは庭の木だそう。', '李子是她家院子的。'),
      ],
    ],
    mood: 'street',
  },
  {
    key: 'everyday-snow',
    kind: 'everyday',
    by: { person: 'okada_hinata' },
    caption: w('Four o’clock, and the lights come on. #snow #winter', '四時、灯りがつく。 #雪 #冬', '四点，灯亮了。 #雪 #冬天'),
    shots: [
      [filmed(snow, 4), w('First the baker.', '最初はパン屋。', '先是面包店。')],
      [filmed(snow, 2.8, [-20, 190, 1.7], [10, 180, 1.6], 4), w('Then everybody.', 'それから、みんな。', '然后是大家。')],
    ],
    mood: 'snow',
  },
  {
    key: 'everyday-kite',
    kind: 'everyday',
    by: { person: 'deng_lan' },
    caption: w(
      'Too much wind, exactly enough. #kite #sky',
      '風が強すぎて、ちょうどいい。 #凧 #空',
      '风太大，刚刚好。 #风筝 #天空',
    ),
    shots: [
      [filmed(kite, 3.6), w('He wanted it higher.', 'もっと高く、と言う。', '他说还要更高。')],
      [
        filmed(kite, 2.7, [90, -190, 1.7], [110, -170, 1.6], 3.6),
        w('It pulls like a fish.', '魚みたいに引く。', '像鱼一样拽线。'),
      ],
    ],
    mood: 'morning',
    sounds: [
      { at: 0.6, kind: 'cloth', length: 2.4, gain: 1.8 },
      { at: 3.9, kind: 'cloth', length: 2, gain: 2 },
    ],
  },
  {
    key: 'everyday-record',
    kind: 'everyday',
    by: { person: 'daniel_okafor' },
    caption: w(
      'Side B, then the washing-up. #vinyl #sunday',
      'B面を聴いたら、皿を洗う。 #レコード #日曜',
      '听完B面就去洗碗。 #黑胶 #周日',
    ),
    shots: [
      [filmed(record, 3.6), w('Bought for one song.', '一曲のために買った。', '为了一首歌买的。')],
      [
        filmed(record, 2.9, [60, -70, 1.8], [30, -20, 1.7], 3.6),
        w('Kept for the other five.', '残りの五曲で手放せない。', '另外五首才舍不得。'),
      ],
    ],
    mood: 'kitchen',
  },
  {
    key: 'everyday-crossing',
    kind: 'everyday',
    by: { person: 'ito_sora' },
    caption: w(
      'Always this one, always closed. #train #evening',
      'ここの踏切、いつも閉まる。 #踏切 #夕方',
      '这个道口，每次都关着。 #道口 #傍晚',
    ),
    shots: [
      [filmed(crossing, 4.4), w('Two minutes late, the same two minutes.', 'いつもの二分おくれ。', '又是晚两分钟。')],
      [
        filmed(crossing, 2.4, [180, -140, 1.9], [170, -130, 1.8], 3.4),
        w('I like the colour, though.', 'でも、この色は好き。', '不过颜色真好看。'),
      ],
    ],
    mood: 'train',
    sounds: Array.from({ length: 14 }, (_, i) => ({
      at: 0.1 + i * 0.45,
      kind: 'bell' as const,
      note: i % 2 ? 83 : 86,
      gain: 0.35,
    })),
  },
  {
    key: 'everyday-soup',
    kind: 'everyday',
    by: { person: 'kondo_ryo' },
    caption: w(
      'Leeks go in when the lid starts talking. #soup #cooking',
      '蓋が鳴ったら、ねぎ。 #味噌汁 #料理',
      '锅盖开始响，就下葱。 #煮汤 #做饭',
    ),
    shots: [
      [filmed(soup, 3.4), w('Listen to the lid.', '蓋の音を聞く。', '听锅盖的声音。')],
      [filmed(soup, 2.9, [0, 60, 1.5], [0, 50, 1.42], 2.6), w('Now. Not before.', 'いま。早すぎない。', '现在，别提前。')],
    ],
    mood: 'kitchen',
    sounds: [
      { at: 0.2, kind: 'bubble', length: 5.8 },
      { at: 2.5, kind: 'clack', gain: 0.8 },
      { at: 4, kind: 'drop' },
    ],
  },
  {
    key: 'everyday-bicycle',
    kind: 'everyday',
    by: { person: 'grace_lee' },
    caption: w('The long way home. #bicycle #river', '遠回りして帰る。 #自転車 #川', '绕远路回家。 #骑车 #河边'),
    shots: [
      [filmed(bicycle, 3.6), w('Eleven minutes longer.', '十一分よけいにかかる。', '多花十一分钟。')],
      [
        filmed(bicycle, 2.7, [-20, 120, 1.75], [10, 130, 1.7], 3.6),
        w('Worth all eleven.', '十一分ぶん、いい。', '十一分钟都值。'),
      ],
    ],
    mood: 'morning',
  },
  {
    key: 'everyday-fireflies',
    kind: 'everyday',
    by: { person: 'mori_haruka' },
    caption: w(
      'We turned the torch off and waited. #fireflies #june',
      '懐中電灯を消して、待つ。 #蛍 #六月',
      '关掉手电，等一会儿。 #萤火虫 #六月',
    ),
    shots: [
      [filmed(fireflies, 3.9), w('First you see nothing.', '最初は何も見えない。', '一开始什么都看不见。')],
      [
        filmed(fireflies, 2.9, [30, 140, 1.8], [0, 120, 1.65], 3.9),
        w('Then you cannot count them.', 'やがて、数えきれない。', '后来就数不过来了。'),
      ],
    ],
    mood: 'night',
  },
  {
    key: 'everyday-tide',
    kind: 'everyday',
    by: { person: 'sofia_almeida' },
    caption: w(
      'It takes the footprints, not the shells. #beach #tide',
      '足あとは持っていく。貝は置いていく。 #浜 #波',
      '脚印带走，贝壳留下。 #海滩 #潮水',
    ),
    shots: [
      [filmed(tide, 4.2), w('Mine were the deep ones.', '深いのは、わたしの。', '深的那些是我的。')],
      [filmed(tide, 2.6, [120, -150, 1.8], [130, -120, 1.7], 4.4), w('Gone by four.', '四時には消えた。', '四点就没了。')],
    ],
    mood: 'sea',
  },
  {
    key: 'everyday-festival',
    kind: 'everyday',
    by: { person: 'ueno_saki' },
    caption: w(
      'The night the whole street is a room. #festival #lantern',
      '通りぜんぶが、ひとつの部屋になる夜。 #祭り #提灯',
      '整条街像一间屋子的晚上。 #庙会 #灯笼',
    ),
    shots: [
      [filmed(festival, 3.5), w('You hear it before you turn the corner.', '角を曲がる前に聞こえる。', '还没拐弯就听见了。')],
      [
        filmed(festival, 2.8, [-90, -150, 1.8], [40, -130, 1.7], 3.5),
        w('Four hundred and twelve lanterns. He counted.', '提灯は四百十二。数えたらしい。', '四百一十二盏灯笼，他数过。'),
      ],
    ],
    mood: 'festival',
    sounds: Array.from({ length: 9 }, (_, i) => ({
      at: 0.2 + i * 0.66,
      kind: i % 2 ? ('wood' as const) : ('boom' as const),
      gain: 0.7,
    })),
  },
  {
    key: 'everyday-garden',
    kind: 'everyday',
    by: { person: 'kimura_aoi' },
    caption: w(
      'Up before them, just this once. #garden #morningglory',
      '今日だけ、花より早起き。 #朝顔 #庭',
      '就这一次，起得比花早。 #牵牛花 #花园',
    ),
    shots: [
      [filmed(garden, 4.2), w('They open from five fifteen.', '五時十五分から開く。', '五点一刻开始开。')],
      [filmed(garden, 2.6, [70, 10, 1.9], [40, 0, 1.8], 4.2), w('She was first.', '一番乗りは、この人。', '第一个到的是它。')],
    ],
    mood: 'morning',
  },
  {
    key: 'everyday-laundry',
    kind: 'everyday',
    by: { person: 'zhao_mei' },
    caption: w(
      'Dry in an hour, says the wind. #laundry #roof',
      '一時間で乾く、と風が言う。 #洗濯 #屋上',
      '风说一小时就干。 #晾衣服 #天台',
    ),
    shots: [
      [filmed(laundry, 3.4), w('The roof is mine on Tuesdays.', '火曜の屋上は、わたしのもの。', '周二的天台归我。')],
      [
        filmed(laundry, 2.7, [60, -130, 1.75], [90, -110, 1.65], 3.4),
        w('The blue one came from the river.', '青いのは、川辺のもの。', '蓝的那块来自河边。'),
      ],
    ],
    mood: 'morning',
    sounds: [
      { at: 0.5, kind: 'cloth', length: 2.4, gain: 2.4 },
      { at: 3.8, kind: 'cloth', length: 2, gain: 2.2 },
    ],
  },
  {
    key: 'everyday-stall',
    kind: 'everyday',
    by: { person: 'ben_carter' },
    caption: w(
      'Six seats, one cook, no menu. #noodles #night',
      '六席、ひとり、品書きなし。 #屋台 #夜',
      '六个座位，一个师傅，没有菜单。 #面摊 #夜宵',
    ),
    shots: [
      [filmed(stall, 3.5), w('You sit, he cooks.', '座れば、出てくる。', '坐下，他就做。')],
      [
        filmed(stall, 2.8, [40, 60, 1.7], [10, 50, 1.6], 3.5),
        w('I have never heard him speak.', '声を聞いたことがない。', '从没听过他说话。'),
      ],
    ],
    mood: 'street',
    sounds: [
      { at: 0.2, kind: 'bubble', length: 6 },
      { at: 2, kind: 'clack', gain: 0.6 },
      { at: 4.4, kind: 'clack', gain: 0.7 },
    ],
  },
]
