import { type DemoProduct, finish, good, made, material, measures, t } from './words.ts'

const place = made(t('Sakai, Osaka', '大阪府堺市', '日本大阪府堺市'))
const steel = t('Steel', '鋼', '钢材')
const white = t('White paper steel no. 2, about 61 HRC', '白紙二号（約61HRC）', '白纸二号钢，约61HRC')
const care = t('Care', '手入れ', '保养')
const dry = t('Wash by hand, wipe dry at once; it rusts', '手洗いし、すぐ拭く。錆びます', '手洗后立刻擦干，会生锈')
const adult = t('Sale', '販売', '购买')
const grown = t('To adults only', '十八歳以上の方に限ります', '仅售予成年人')

export const sakaiBlade: readonly DemoProduct[] = [
  good(
    'sakai-santoku',
    t('Santoku, 165 mm', '三徳包丁 165mm', '三德刀 165毫米'),
    t(
      'The one knife for a small kitchen. White steel takes a fine edge and rusts if you leave it wet. It chips on bones and frozen food.',
      '台所に一本だけなら、これです。よく切れますが、濡れたままだと錆びます。骨と冷凍ものは欠けます。',
      '小厨房只留一把，就留它。白纸钢好磨，锋利，湿着放会锈。别剁骨头和冻货，会崩口。',
    ),
    {
      option: finish,
      variants: {
        black: [t('Forge black', '黒打ち', '黑打'), 14300, 12, 310],
        folded: [t('Folded', '墨流し', '大马士革纹'), 22000, 6, 310],
        polished: [t('Polished', '磨き', '抛光'), 15400, 0, 310],
      },
      specs: [[steel, white], [care, dry], [adult, grown], place],
      tags: ['kitchen', 'santoku', '包丁', '厨刀'],
      past: [13200, 15400],
    },
  ),
  good(
    'sakai-nakiri',
    t('Nakiri, 165 mm', '菜切包丁 165mm', '菜切刀 165毫米'),
    t(
      'A straight edge for greens and radish: push down, don’t rock. Of little use for meat.',
      'まっすぐな刃は、葉物と大根のため。押して切ります。肉には向きません。',
      '直刃，切青菜和萝卜。往下推着切，不要晃刀。切肉不顺手。',
    ),
    {
      option: finish,
      variants: {
        polished: [t('Polished', '磨き', '抛光'), 13200, 10, 290],
        black: [t('Forge black', '黒打ち', '黑打'), 12650, 9, 290],
      },
      specs: [[steel, white], [care, dry], [adult, grown], place],
      tags: ['kitchen', 'nakiri', '包丁', '厨刀'],
    },
  ),
  good(
    'sakai-petty',
    t('Petty knife, 120 mm', 'ペティナイフ 120mm', '水果刀 120毫米'),
    t(
      'For fruit and garlic. This one is stainless between two soft sheets, the easiest of ours to keep.',
      '果物とにんにくに。これだけはステンレスを挟んであり、手入れがいちばん楽です。',
      '削水果、切蒜用。这把夹的是不锈钢，我们家最好打理的一把。',
    ),
    {
      option: finish,
      variants: {
        folded: [t('Folded', '墨流し', '大马士革纹'), 11000, 15, 120],
        polished: [t('Polished', '磨き', '抛光'), 8250, 22, 120],
      },
      specs: [
        [steel, t('VG-10, about 60 HRC', 'VG10（約60HRC）', 'VG10，约60HRC')],
        [care, t('Wash by hand', '手洗い', '手洗')],
        [adult, grown],
        place,
      ],
      tags: ['kitchen', 'petty', 'gift', '包丁'],
      past: [12100],
    },
  ),
  good(
    'sakai-yanagiba',
    t('Yanagiba', '柳刃包丁', '柳刃刀'),
    t(
      'For raw fish, ground on one side only. Left-handed people need another: write to us. It takes practice to sharpen.',
      '刺身のための片刃です。左利き用は別に打ちますので、お便りください。研ぎには慣れが要ります。',
      '切生鱼片用，单面开刃。左手用的要另打，请来信。磨它需要练。',
    ),
    {
      option: measures,
      variants: {
        '240': [t('240 mm, right hand', '240mm 右', '240毫米 右手'), 26400, 5, 340],
        '270': [t('270 mm, right hand', '270mm 右', '270毫米 右手'), 30800, 3, 380],
        left: [t('240 mm, left hand', '240mm 左', '240毫米 左手'), 39600, 1, 340],
      },
      specs: [[steel, white], [t('Sheath', '鞘', '刀鞘'), t('Magnolia wood', '朴', '朴木')], [adult, grown], place],
      tags: ['kitchen', 'sashimi', '包丁', '厨刀'],
    },
  ),
  good(
    'sakai-snips',
    t('Thread and herb snips', '握り鋏', '握剪'),
    t(
      'One bent rod of iron. Cuts thread, chives and tape; not wire. A drop of camellia oil now and then.',
      '一本の鉄を曲げただけの鋏。糸、葱、紙テープに。針金は切れません。ときどき椿油をひと滴。',
      '一根铁弯成的剪刀。剪线、剪葱、剪胶带，别剪铁丝。偶尔滴一滴山茶油。',
    ),
    {
      option: t('Binding', '巻き', '缠绳'),
      variants: { red: [t('Red', '赤', '红'), 3080, 40, 60], indigo: [t('Indigo', '藍', '蓝'), 3080, 31, 60] },
      specs: [
        [measures, t('105 mm', '105mm', '105毫米')],
        [material, t('Iron with steel edges', '鉄、鋼付け', '铁身贴钢')],
        place,
      ],
      tags: ['kitchen', 'scissors', 'gift', '鋏'],
    },
  ),
  good(
    'sakai-whetstone',
    t('Whetstone', '砥石', '磨刀石'),
    t(
      'Soak ten minutes, then fifteen degrees and patience. The stone wears hollow; flatten it with the 400 once a season.',
      '十分ほど水に浸けて、十五度で。砥石は凹みますから、季節に一度、四百番で平らに。',
      '泡水十分钟，十五度角，慢慢来。用久了会凹，每季拿400号磨平一次。',
    ),
    {
      option: t('Grit', '粒度', '目数'),
      variants: {
        '1000': [t('1000, for every week', '千番 普段用', '1000目 日常'), 4400, 24, 900],
        '6000': [t('6000, for the finish', '六千番 仕上げ', '6000目 精磨'), 6600, 13, 820],
        '400': [t('400, for chips and flattening', '四百番 欠け直し', '400目 修口'), 3960, 11, 940],
      },
      specs: [
        [measures, t('205 × 50 × 25 mm', '205×50×25mm', '205×50×25毫米')],
        [t('Base', '台', '底座'), t('Wood, included', '木台つき', '含木座')],
        place,
      ],
      tags: ['kitchen', 'howto', '研ぎ', '磨刀'],
      past: [4950],
    },
  ),
  good(
    'sakai-board',
    t('Chopping board', 'まな板', '砧板'),
    t(
      'One plank, no glue. Wet it before you cut, stand it up to dry. It warps in a dishwasher, always.',
      '一枚板です。切る前に濡らし、立てて乾かしてください。食洗機では必ず反ります。',
      '整块木头，没有胶。切之前先沾湿，用完立着晾。进洗碗机必翘。',
    ),
    {
      option: t('Wood', '木', '木材'),
      variants: {
        hinoki: [t('Hinoki, 36 × 24 cm', '檜 36×24cm', '桧木 36×24厘米'), 6600, 17, 1100],
        hinokiS: [t('Hinoki, 30 × 20 cm', '檜 30×20cm', '桧木 30×20厘米'), 4950, 23, 760],
        walnut: [t('Walnut, 36 × 24 cm', '胡桃 36×24cm', '胡桃木 36×24厘米'), 12100, 7, 1500],
      },
      specs: [[t('Thickness', '厚さ', '厚度'), t('28 mm', '28mm', '28毫米')], place],
      tags: ['kitchen', 'wood', 'まな板', '砧板'],
    },
  ),
]
