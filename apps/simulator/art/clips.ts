import { buyersClips } from './programme/buyers.ts'
import { type Entry, lengthOfEntry, wordsOf } from './programme/entry.ts'
import { everyday } from './programme/everyday.ts'
import { howtos } from './programme/howtos.ts'
import { makersClips } from './programme/makers.ts'
import { lengthOf } from './scenes/film-types.ts'
import { films } from './scenes/index.ts'

export interface Words {
  en: string
  ja: string
  zh: string
}

/** A spoken line; times in seconds, usable as a WebVTT cue. */
export interface WordCue extends Words {
  from: number
  to: number
}

export interface Clip {
  key: string
  kind: 'shop' | 'review' | 'howto' | 'everyday'
  /** Who shows it: a shop, or somebody without a shop by their handle. */
  by: { shop: string } | { person: string }
  /** Product keys on screen, most important first; an everyday clip sells nothing. */
  products: readonly string[]
  seconds: number
  caption: Words
  words: readonly WordCue[]
}

const cue = (from: number, to: number, en: string, ja: string, zh: string): WordCue => ({ from, to, en, ja, zh })

const script: readonly Omit<Clip, 'seconds'>[] = [
  {
    key: 'hagi-morning-glaze',
    kind: 'shop',
    by: { shop: 'hagi-kiln' },
    products: ['hagi-cup', 'hagi-vase'],
    caption: {
      en: 'Third firing of the morning glaze. The crackle keeps changing as you use it. #hagi #pottery',
      ja: '朝焼け釉、三度目の窯出しです。貫入は使うほど育ちます。 #萩焼 #うつわ',
      zh: '朝霞釉第三次出窑。裂纹会随着使用慢慢变化。 #萩烧 #手工陶器',
    },
    words: [
      cue(
        0.5,
        2.6,
        'This is the third firing of the morning glaze.',
        '朝焼け釉、三度目の窯出しです。',
        '这是朝霞釉的第三次出窑。',
      ),
      cue(2.8, 4.9, 'Ash from the same straw, the same clay.', '藁灰も土も、前と同じもの。', '用的是同一批稻草灰，同一种土。'),
      cue(
        5.1,
        8,
        'It comes out white, and turns with every cup of tea.',
        '白く上がって、お茶を飲むたびに色が変わります。',
        '出窑时是白的，每喝一次茶颜色就变一点。',
      ),
    ],
  },
  {
    key: 'hagi-sake-evening',
    kind: 'shop',
    by: { shop: 'hagi-kiln' },
    products: ['hagi-sake'],
    caption: {
      en: 'Warm sake, last light. One flask, two cups. #hagi #sake',
      ja: '燗をつけて、夕日が差したら一杯。徳利ひとつ、盃ふたつ。 #萩焼 #酒器',
      zh: '温一壶酒，等最后一道光。一壶两杯。 #萩烧 #酒器',
    },
    words: [
      cue(0.4, 2.4, 'The flask holds one and a half cups.', '徳利は一合半入ります。', '酒壶能装一合半。'),
      cue(2.6, 4.6, 'Unglazed foot, so it keeps the warmth.', '高台は土のまま。冷めにくいんです。', '圈足不上釉，保温。'),
      cue(4.8, 7, 'Two cups. Pour for the other one first.', '盃はふたつ。まず相手に注いでください。', '两只酒杯，先给对方斟。'),
    ],
  },
  {
    key: 'uji-first-leaf',
    kind: 'shop',
    by: { shop: 'uji-leaf' },
    products: ['uji-sencha', 'uji-gyokuro', 'uji-hojicha'],
    caption: {
      en: 'First leaf of the year, steamed the morning it was picked. #sencha #uji',
      ja: '今年の一番茶。摘んだ朝に蒸しました。 #煎茶 #宇治茶',
      zh: '今年的头茶，采下当天早上就蒸青。 #煎茶 #宇治',
    },
    words: [
      cue(0.4, 2.2, 'Picked in the second week of May.', '五月の二週目に摘みました。', '五月第二周采的。'),
      cue(2.4, 4.4, 'Steamed the same morning, rolled by noon.', '朝に蒸して、昼には揉み終わります。', '早上蒸，中午揉好。'),
      cue(
        4.6,
        6.9,
        'Keep the tin closed and away from the stove.',
        '缶はしっかり閉めて、火の近くは避けてください。',
        '罐子盖紧，别放在灶台边。',
      ),
    ],
  },
  {
    key: 'sumi-one-stroke',
    kind: 'shop',
    by: { shop: 'sumi-paper' },
    products: ['sumi-brush', 'sumi-ink'],
    caption: {
      en: 'One circle, one breath. Brush pen and pine-soot ink. #ink #calligraphy',
      ja: '一息で、ひとつの円。筆ペンと松煙墨。 #墨 #書道',
      zh: '一口气，一个圆。自来水毛笔配松烟墨。 #墨 #书法',
    },
    words: [
      cue(0.4, 2, 'Breathe out, then start.', '息を吐いてから、始めます。', '先呼气，再落笔。'),
      cue(2.2, 4.6, 'Where the brush runs dry, the paper speaks.', 'かすれたところは、紙の声です。', '飞白的地方，是纸在说话。'),
      cue(5.3, 8, 'The ink is pine soot and glue. Nothing else.', '墨は松煙と膠だけ。', '墨只有松烟和胶，别的都没有。'),
    ],
  },
  {
    key: 'sumi-incense',
    kind: 'shop',
    by: { shop: 'sumi-paper' },
    products: ['sumi-incense', 'sumi-letters'],
    caption: {
      en: 'Hinoki and a little clove, in a box you will want to keep. #incense #gift',
      ja: '檜に丁子をすこし。箱も取っておきたくなります。 #お香 #贈りもの',
      zh: '桧木加一点丁香，盒子也舍不得丢。 #线香 #礼物',
    },
    words: [
      cue(0.4, 2.2, 'Sixty sticks, twenty-five minutes each.', '六十本入り、一本二十五分。', '六十支，每支二十五分钟。'),
      cue(2.4, 4.2, 'It smells of a room with the window open.', '窓を開けた部屋のような香りです。', '像开着窗的房间的味道。'),
      cue(
        4.4,
        6.8,
        'We tie the ribbon by hand, so tell us the colour.',
        'リボンは手で結びます。お色を選んでください。',
        '丝带是手系的，颜色可以选。',
      ),
    ],
  },
  {
    key: 'aizome-river',
    kind: 'shop',
    by: { shop: 'aizome-cloth' },
    products: ['ai-tenugui', 'ai-scarf'],
    caption: {
      en: 'Eighteen dips, then a day in the river wind. #indigo #tenugui',
      ja: '十八回染めて、川風で一日。 #藍染 #手ぬぐい',
      zh: '浸染十八次，再让河风吹一天。 #蓝染 #手拭',
    },
    words: [
      cue(
        0.4,
        2.4,
        'Eighteen dips, and air between each one.',
        '十八回染めて、そのたびに風に当てます。',
        '浸十八次，每次都要见风。',
      ),
      cue(2.6, 4.2, 'It comes out green and turns blue.', '上げたときは緑、それが青になる。', '刚出缸是绿的，然后才变蓝。'),
      cue(4.5, 7.5, 'Wash it alone the first two times.', '最初の二回は、ほかと分けて洗ってください。', '头两次请单独洗。'),
    ],
  },
  {
    key: 'review-hagi-cup',
    kind: 'review',
    by: { person: 'lin_xiaoman' },
    products: ['hagi-cup', 'hagi-plate', 'hagi-bowl'],
    caption: {
      en: 'Three months with the morning cup. Look at the lines. #hagi',
      ja: '朝焼けの湯呑み、三か月。貫入を見てください。 #萩焼',
      zh: '用了三个月的朝霞杯，看看这些裂纹。 #萩烧',
    },
    words: [
      cue(0.4, 2.2, 'Three months, twice a day.', '三か月、一日二回。', '三个月，每天两次。'),
      cue(2.4, 3.9, 'It does not burn your fingers.', '持っても熱くないです。', '端着不烫手。'),
      cue(
        4.1,
        6.8,
        'The lines were invisible. Now they are the best part.',
        '最初は見えなかった線が、いまは一番好き。',
        '一开始看不见的裂纹，现在是我最喜欢的地方。',
      ),
    ],
  },
  {
    key: 'review-ai-tote',
    kind: 'review',
    by: { person: 'mori_haruka' },
    products: ['ai-tote'],
    caption: {
      en: 'The moon tote after a summer. Honest review. #indigo #tote',
      ja: '月のトート、ひと夏使いました。正直な感想です。 #藍染 #トートバッグ',
      zh: '月亮托特包用了一个夏天，说实话。 #蓝染 #托特包',
    },
    words: [
      cue(
        0.4,
        2,
        'I carry a laptop and too many lemons.',
        'ノートパソコンと、レモンを入れすぎます。',
        '我装电脑，还总是装太多柠檬。',
      ),
      cue(2.2, 3.6, 'The handles never slipped.', '持ち手がずり落ちません。', '提手从来不滑。'),
      cue(
        3.8,
        6.2,
        'It rubbed off on a white shirt once. Wash it first.',
        '白いシャツに一度だけ色が移りました。先に洗って。',
        '有一次染到了白衬衫，先洗一遍再用。',
      ),
    ],
  },
  {
    key: 'review-sumi-notebook',
    kind: 'review',
    by: { person: 'daniel_okafor' },
    products: ['sumi-notebook', 'sumi-brush'],
    caption: {
      en: 'My third washi notebook. Ink does not bleed through. #stationery',
      ja: '三冊目の和紙ノート。裏に抜けません。 #文房具',
      zh: '第三本和纸笔记本，不洇不透。 #文具',
    },
    words: [
      cue(0.4, 2.4, 'I write with a wet brush pen.', '墨の多い筆ペンで書いています。', '我用出墨多的毛笔写。'),
      cue(2.6, 4.4, 'Nothing on the other side. Look.', '裏を見てください。何も抜けていません。', '看背面，一点都没透。'),
      cue(
        4.6,
        6.8,
        'The thread held for a year in my coat.',
        '一年コートに入れても、糸は切れませんでした。',
        '在大衣里放了一年，线也没断。',
      ),
    ],
  },
  {
    key: 'howto-kyusu-pour',
    kind: 'howto',
    by: { shop: 'uji-leaf' },
    products: ['uji-kyusu', 'uji-sencha'],
    caption: {
      en: 'How to pour sencha: sixty degrees, ninety seconds, to the last drop. #howto #sencha',
      ja: '煎茶の淹れ方。六十度、九十秒、最後の一滴まで。 #淹れ方 #煎茶',
      zh: '煎茶怎么泡：六十度，九十秒，倒到最后一滴。 #泡茶 #煎茶',
    },
    words: [
      cue(0.3, 2.5, 'Sixty degrees. Wait ninety seconds.', '六十度のお湯で、九十秒待ちます。', '六十度的水，等九十秒。'),
      cue(2.9, 5.2, 'Pour slowly, from low to high.', '低いところから、ゆっくり注ぎます。', '由低到高，慢慢倒。'),
      cue(
        5.4,
        8.6,
        'The last drop is the sweetest. Do not leave it.',
        '最後の一滴がいちばん甘い。残さないで。',
        '最后一滴最甜，别留在壶里。',
      ),
    ],
  },
  {
    key: 'howto-matcha-whisk',
    kind: 'howto',
    by: { shop: 'uji-leaf' },
    products: ['uji-matcha'],
    caption: {
      en: 'Whisk matcha in fifteen seconds. Draw an M, never a circle. #matcha #howto',
      ja: '抹茶は十五秒。円ではなく、Mを書くように。 #抹茶 #点て方',
      zh: '十五秒打好抹茶：写M，不要画圈。 #抹茶 #点茶',
    },
    words: [
      cue(
        0.4,
        2.4,
        'Two grams of tea, seventy millilitres of water.',
        '抹茶は二グラム、お湯は七十ミリ。',
        '两克抹茶，七十毫升水。',
      ),
      cue(2.6, 4.9, 'From the wrist, like writing an M.', '手首で、Mを書くように。', '用手腕，像写字母M。'),
      cue(
        5.2,
        8.2,
        'When the foam is fine, lift the whisk in the middle.',
        '泡が細かくなったら、真ん中で引き上げます。',
        '泡沫变细时，从中间提起茶筅。',
      ),
    ],
  },
  {
    key: 'everyday-rain-window',
    kind: 'everyday',
    by: { person: 'mori_haruka' },
    products: [],
    caption: {
      en: 'Rain since four. Neither of us is going anywhere. #rain #cat',
      ja: '四時から雨。どちらも出かけません。 #雨 #猫',
      zh: '从四点下到现在。我俩都不出门了。 #下雨 #猫',
    },
    words: [
      cue(0.6, 3, 'It has been raining since four.', '四時から、ずっと雨。', '从四点一直下雨。'),
      cue(3.4, 5.8, 'He counts the cars.', 'この子は車を数えています。', '它在数车。'),
      cue(
        6.2,
        8.6,
        'I said I would make tea an hour ago.',
        'お茶を淹れると言って、一時間たちました。',
        '我说要泡茶，已经一个小时了。',
      ),
    ],
  },
]

const planned = ({ key, kind, by, products, caption, ...e }: Entry): Clip => ({
  key,
  kind,
  by,
  products: products ?? [],
  caption,
  seconds: lengthOfEntry({ key, kind, by, caption, ...e }),
  words: wordsOf({ key, kind, by, caption, ...e }),
})

/** The demo world's films with everything a feed needs to know about them. */
export const clips: readonly Clip[] = [
  ...script.map(s => ({ ...s, seconds: lengthOf(films.find(f => f.key === s.key)!) })),
  ...[...makersClips, ...howtos, ...buyersClips, ...everyday].map(planned),
]
