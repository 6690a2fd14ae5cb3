import { tops } from '../flat/craft-bench.ts'
import { whetstone } from '../flat/craft-edge.ts'
import { dango } from '../flat/craft-fire.ts'
import { drops } from '../flat/craft-hand.ts'
import { wax } from '../flat/craft-leather.ts'
import { crane } from '../flat/craft-paper.ts'
import { chill, coil } from '../flat/craft-smoke.ts'
import { filmed } from '../flat/scene.ts'
import { shown } from '../scenes/product.ts'
import { type Entry, w } from './entry.ts'

/** How things are used well, shown by those who made them. */
export const howtos: readonly Entry[] = [
  {
    key: 'howto-whetstone',
    kind: 'howto',
    by: { shop: 'sakai-blade' },
    products: ['sakai-whetstone', 'sakai-santoku'],
    caption: w(
      'Sharpen in five minutes: fifteen degrees, both sides. #howto #knives',
      '五分で研ぐ。十五度で、両面を。 #研ぎ方 #包丁',
      '五分钟磨刀：十五度，两面都磨。 #磨刀 #厨刀',
    ),
    shots: [
      [
        filmed(whetstone, 3.5),
        w('Two coins under the spine: fifteen degrees.', '背の下に十円玉二枚ぶん。十五度です。', '刀背垫两枚硬币，就是十五度。'),
      ],
      [
        filmed(whetstone, 2.2, [-40, -60, 1.8], [-20, -30, 1.7], 3.2),
        w('Leave the mud. It does the work.', '泥は流さない。泥が研ぎます。', '别冲掉泥浆，靠它磨。'),
      ],
      [shown('sakai-whetstone', 2.3, { home: 'kitchen', seed: 13 }), w('Dry it in the shade.', '日陰で乾かします。', '阴干。')],
    ],
    mood: 'kitchen',
    sounds: [0.3, 1.2, 2.1, 3, 3.9, 4.8].map(at => ({ at, kind: 'brush' as const, length: 0.7, gain: 2.6 })),
  },
  {
    key: 'howto-crane',
    kind: 'howto',
    by: { shop: 'mino-washi' },
    products: ['mino-chiyogami', 'mino-cranes'],
    caption: w('A crane in one breath. #origami #howto', '一息で折る、鶴。 #折り紙 #折り方', '一口气折一只鹤。 #折纸 #教程'),
    shots: [
      [
        filmed(crane, 5.3),
        w('Corner to corner. Press with the nail.', '角と角を合わせ、爪で折る。', '角对角，用指甲压。'),
        w('Then open it, and let it go.', 'ひらいて、放す。', '打开，然后放手。'),
      ],
      [shown('mino-chiyogami', 2.4, { home: 'desk', seed: 14 }), w('The pattern goes outside.', '柄は外側に。', '花纹朝外。')],
    ],
    mood: 'play',
    sounds: [0.6, 1.7, 2.8, 3.9].map(at => ({ at, kind: 'cloth' as const, length: 0.5, gain: 1.6 })),
  },
  {
    key: 'howto-dango-grill',
    kind: 'howto',
    by: { shop: 'kaga-sweets' },
    products: ['kaga-dango'],
    caption: w(
      'Dango want embers, not flames. #howto #dango',
      'だんごは炎でなく、熾で。 #焼き方 #だんご',
      '团子要炭火，不要明火。 #烤团子 #教程',
    ),
    shots: [
      [filmed(dango, 3.6), w('Brush thin. Twice is better than thick.', '薄く、二度塗る。', '薄薄地刷，刷两遍。')],
      [
        filmed(dango, 2.2, [70, -80, 1.8], [40, -40, 1.7], 3.6),
        w('Stop when it smells of caramel.', '香ばしくなったら、火から。', '闻到焦香就离火。'),
      ],
      [
        shown('kaga-dango', 2.3, { home: 'tatami', seed: 15 }),
        w('A toaster will do, too.', 'トースターでも大丈夫。', '烤面包机也行。'),
      ],
    ],
    mood: 'festival',
    sounds: [{ at: 0.1, kind: 'sizzle', length: 5.6, gain: 0.7 }],
  },
  {
    key: 'howto-yuzu-drops',
    kind: 'howto',
    by: { shop: 'yuzu-skin' },
    products: ['yuzu-oil', 'yuzu-cream'],
    caption: w(
      'Three drops, warm hands, damp skin. #howto #skincare',
      '三滴、手で温めて、濡れた肌に。 #使い方 #スキンケア',
      '三滴，搓热，趁皮肤湿着用。 #用法 #护肤',
    ),
    shots: [
      [
        filmed(drops, 4.4),
        w('Three drops. Not five.', '三滴。五滴は多すぎ。', '三滴，五滴就多了。'),
        w('Warm them first.', 'まず手で温めて。', '先搓热。'),
      ],
      [
        shown('yuzu-oil', 2.5, { home: 'bath', view: 'detail', seed: 16 }),
        w('Keep the bottle out of the sun.', '瓶は日なたを避けて。', '瓶子别晒太阳。'),
      ],
    ],
    mood: 'calm',
    sounds: [1, 2.3, 3.6].map(at => ({ at, kind: 'drop' as const, gain: 1.2 })),
  },
  {
    key: 'howto-coil',
    kind: 'howto',
    by: { shop: 'awaji-incense' },
    products: ['awaji-coils', 'awaji-burner'],
    caption: w(
      'A coil burns two hours. Light the outside. #howto #incense',
      '渦巻きは二時間。外側に火を。 #お香 #使い方',
      '盘香烧两小时，从外端点。 #线香 #用法',
    ),
    shots: [
      [
        filmed(coil, 3.4),
        w('Light the outer end. Wave, do not blow.', '外側に火をつけ、あおいで消す。', '点外端，用手扇，别吹。'),
      ],
      [
        filmed(coil, 2.3, [-90, 60, 1.8], [-100, 20, 1.7], 3.6),
        w('Ash first, so that the dish stays cool.', '下に灰を。器が熱くなりません。', '先铺灰，碟子不烫。'),
      ],
      [
        shown('awaji-coils', 2.3, { home: 'desk', seed: 17 }),
        w('Break it where you want it to end.', '折ったところで終わります。', '掰断哪里，就烧到哪里。'),
      ],
    ],
    mood: 'night',
    sounds: [{ at: 0.1, kind: 'sizzle', length: 0.8, gain: 1 }],
  },
  {
    key: 'howto-chill',
    kind: 'howto',
    by: { shop: 'takaoka-tin' },
    products: ['suzu-guinomi', 'suzu-tumbler'],
    caption: w(
      'Tin takes the cold of the ice in a minute. #howto #sake',
      '錫は一分で冷えます。 #冷酒 #使い方',
      '锡杯一分钟就冰。 #冷酒 #用法',
    ),
    shots: [
      [filmed(chill, 3.8), w('One minute on ice, empty.', '空のまま、氷に一分。', '空杯在冰上放一分钟。')],
      [
        filmed(chill, 1.9, [-20, 110, 1.9], [-20, 100, 1.8], 3.6),
        w('Then pour. Look at the cup.', 'それから注ぐ。器を見て。', '再倒酒，看杯子。'),
      ],
      [
        shown('suzu-guinomi', 2.3, { home: 'night', seed: 18 }),
        w('No dishwasher, please.', '食洗機はご遠慮ください。', '请勿用洗碗机。'),
      ],
    ],
    mood: 'calm',
    sounds: [
      { at: 0.5, kind: 'pour', length: 3 },
      { at: 5.8, kind: 'bell', note: 93, gain: 0.8 },
    ],
  },
  {
    key: 'howto-wax',
    kind: 'howto',
    by: { shop: 'toyooka-bag' },
    products: ['toyo-briefcase', 'toyo-pouch'],
    caption: w(
      'Feed the leather twice a year. #howto #leather',
      '革の手入れは、年に二度。 #手入れ #革',
      '皮革一年保养两次。 #保养 #皮具',
    ),
    shots: [
      [
        filmed(wax, 4.2),
        w('Small circles, very little wax.', '小さな円で、ごく薄く。', '画小圈，蜡要少。'),
        w('Left: fed. Right: thirsty.', '左は済み、右はまだ。', '左边上过，右边还渴着。'),
      ],
      [filmed(wax, 1.4, [-90, -100, 1.8], [-60, -80, 1.7], 4.4)],
      [
        shown('toyo-pouch', 2.3, { home: 'desk', seed: 19 }),
        w('Scratches go. Memories stay.', '傷は消え、思い出は残ります。', '划痕会淡，故事会留。'),
      ],
    ],
    mood: 'kitchen',
    sounds: [0.4, 1.3, 2.2, 3.1, 4].map(at => ({ at, kind: 'cloth' as const, length: 0.7, gain: 1.2 })),
  },
  {
    key: 'howto-tops',
    kind: 'howto',
    by: { shop: 'hida-toys' },
    products: ['hida-tops', 'hida-kendama'],
    caption: w(
      'Five tops at once. The trick is the wrist. #howto #toys',
      'こま五つ、いっぺんに。手首です。 #こま #遊び方',
      '一次转五个，靠手腕。 #陀螺 #玩法',
    ),
    shots: [
      [filmed(tops, 3.6), w('Snap, and let go early.', 'ひねって、早めに離す。', '一捻，早点松手。')],
      [
        filmed(tops, 2.1, [50, 0, 1.7], [20, 20, 1.6], 3.6),
        w('Green always falls first.', '緑がいつも先に倒れます。', '每次都是绿的先倒。'),
      ],
      [
        shown('hida-tops', 2.3, { home: 'tatami', seed: 20 }),
        w('My daughter holds the record: 94 seconds.', '記録は娘の九十四秒。', '纪录是女儿的，九十四秒。'),
      ],
    ],
    mood: 'play',
    sounds: [
      { at: 0.3, kind: 'wood' },
      { at: 0.3, kind: 'whisk', length: 3.2, gain: 0.5 },
      { at: 4.8, kind: 'clack', gain: 0.8 },
    ],
  },
]
