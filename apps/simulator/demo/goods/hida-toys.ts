import { colour, type DemoProduct, good, kind, made, material, measures, t } from './words.ts'

const place = made(t('Takayama, Gifu', '岐阜県高山市', '日本岐阜县高山市'))
const age = t('Age', '対象', '适用年龄')
const years = (n: number) => t(`From ${n} year${n > 1 ? 's' : ''}`, `${n}歳から`, `${n}岁以上`)
const small = t('From 3 years: small parts', '3歳から（小さな部品あり）', '3岁以上，含小部件')
const beech = t('Beech, milk paint', 'ブナ、ミルクペイント', '榉木、牛奶漆')

export const hidaToys: readonly DemoProduct[] = [
  good(
    'hida-blocks',
    t('Blocks, 24 pieces', '積み木 24個', '积木 24块'),
    t(
      'Cut to a tenth of a millimetre, so that towers stand. Loud on a wooden floor. The paint is safe to chew and wears off at the corners.',
      '十分の一ミリで揃えてあるので、高く積めます。床では音がします。塗料は口に入れても大丈夫。角から剥げます。',
      '误差零点一毫米，能垒高塔。木地板上声音大。漆可以入口，边角会磨掉。',
    ),
    {
      option: colour,
      variants: { town: [t('Town', '町', '小镇'), 7700, 20, 1400], plain: [t('No paint', '無塗装', '原木'), 6600, 17, 1400] },
      specs: [[age, years(1)], [material, beech], place],
      tags: ['wood', '木のおもちゃ', '木玩', 'gift'],
      past: [7150, 8250],
    },
  ),
  good(
    'hida-car',
    t('Car', 'くるま', '小汽车'),
    t(
      'It rolls four metres on a good push. One red lamp. No battery, no sound but the one you make.',
      'ひと押しで四メートル走ります。赤い灯がひとつ。電池はなく、音はご自分で。',
      '用力一推能跑四米。一盏红灯，没电池，声音请自己配。',
    ),
    {
      option: colour,
      variants: {
        wood: [t('Beech', 'ブナ', '榉木'), 3520, 26, 320],
        red: [t('Red', '赤', '红'), 3740, 21, 320],
        blue: [t('Blue', '青', '蓝'), 3740, 15, 320],
      },
      specs: [[age, years(1)], [measures, t('16 × 8 × 8 cm', '16×8×8cm', '16×8×8厘米')], place],
      tags: ['wood', '木のおもちゃ', '木玩'],
    },
  ),
  good(
    'hida-kendama',
    t('Kendama', 'けん玉', '剑玉'),
    t(
      'The string is the length of the rules, the hole has a bevel that forgives. The lacquer chips when it is played with, as it should be.',
      '糸は競技の長さ、穴は入りやすい面取り。遊べば塗りは欠けます。それでいいのです。',
      '绳长按比赛标准，洞口倒了角，好进。玩多了漆会掉，本该如此。',
    ),
    {
      option: colour,
      variants: {
        red: [t('Red', '赤', '红'), 2860, 34, 150],
        blue: [t('Blue', '青', '蓝'), 2860, 25, 150],
        green: [t('Green', '緑', '绿'), 2860, 18, 150],
      },
      specs: [
        [age, t('From 6 years', '6歳から', '6岁以上')],
        [material, t('Beech, walnut', 'ブナ、胡桃', '榉木、胡桃木')],
        place,
      ],
      tags: ['wood', 'howto', 'けん玉', '木玩'],
      past: [3080],
    },
  ),
  good(
    'hida-tops',
    t('Three tops', 'こま 三つ', '陀螺 三只'),
    t(
      'Turned by a woman of eighty-one. The big one spins for three minutes on glass, one on a mat.',
      '八十一になる職人が挽きます。大はガラスの上で三分、畳で一分。',
      '八十一岁的老师傅车的。大的在玻璃上转三分钟，榻榻米上一分钟。',
    ),
    {
      option: colour,
      variants: { festival: [t('Festival', '祭', '祭典'), 2640, 23, 180], sea: [t('Sea', '海', '海'), 2640, 19, 180] },
      specs: [[age, small], [measures, t('4 to 7 cm', '径4〜7cm', '直径4至7厘米')], place],
      tags: ['wood', 'gift', 'こま', '木玩'],
    },
  ),
  good(
    'hida-duck',
    t('Duck on wheels', '引き車のあひる', '拉车小鸭'),
    t(
      'It nods when it rolls. The string is short, for safety, and parents must bend.',
      '転がすと、うなずきます。紐は安全のため短く、親は少しかがみます。',
      '走起来会点头。绳子为了安全做得短，大人得弯腰。',
    ),
    {
      option: colour,
      variants: { yellow: [t('Yellow', '黄', '黄'), 4620, 18, 420], wood: [t('Beech', 'ブナ', '榉木'), 4400, 14, 420] },
      specs: [[age, years(1)], [t('String', '紐', '拉绳'), t('22 cm, cotton', '22cm、綿', '22厘米，棉')], place],
      tags: ['wood', 'gift', '木のおもちゃ', '木玩'],
    },
  ),
  good(
    'hida-rainbow',
    t('Rainbow of six arches', '六つの虹', '六拱彩虹'),
    t(
      'A bridge, a cradle, a fence, a rainbow at night. The largest arch is thin at the top and breaks when somebody stands on it.',
      '橋に、揺りかごに、柵に、夜は虹に。いちばん大きい弧は、踏むと折れます。',
      '当桥、当摇篮、当栅栏，晚上收成彩虹。最大那道拱踩上去会断。',
    ),
    {
      option: colour,
      variants: {
        bright: [t('Bright', '彩', '彩色'), 6820, 16, 780],
        earth: [t('Earth', '土', '大地'), 6820, 12, 780],
      },
      specs: [[age, years(1)], [measures, t('30 × 15 × 6 cm', '30×15×6cm', '30×15×6厘米')], [material, beech], place],
      tags: ['wood', 'gift', '木のおもちゃ', '木玩'],
      past: [7480],
    },
  ),
  good(
    'hida-train',
    t('Train with two wagons', '機関車と貨車二両', '小火车带两节车厢'),
    t(
      'Couplings of magnets sealed in the wood. Runs on our own tracks and on the common ones of 40 mm.',
      '連結は木に埋めた磁石。当店の線路のほか、一般的な40mm幅でも走ります。',
      '车厢用埋在木头里的磁铁连接，市面常见的40毫米轨道也能跑。',
    ),
    {
      option: kind,
      variants: {
        red: [t('Red engine', '赤い機関車', '红色车头'), 5500, 17, 460],
        forest: [t('Forest engine', '森の機関車', '森林车头'), 5500, 13, 460],
        tracks: [t('Oval of tracks, 12 pieces', '線路 楕円12本', '椭圆轨道 12节'), 6380, 8, 980],
        wagon: [t('One more wagon', '貨車 一両', '单节车厢'), 1540, 30, 120],
      },
      specs: [[age, small], [material, beech], place],
      tags: ['wood', 'train', '木のおもちゃ', '木玩'],
    },
  ),
]
