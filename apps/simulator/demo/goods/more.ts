import { type DemoProduct, good, holds, made, material, measures, pattern, size, t } from './words.ts'

/** One more of each of the four makers who were here first. */
export const more: readonly DemoProduct[] = [
  good(
    'hagi-mug',
    t('Hagi mug', '萩焼のマグ', '萩烧马克杯'),
    t(
      'For coffee, with an ear for two fingers. The clay drinks a little: soak it in water before the first use. Not for the microwave.',
      '珈琲用に、指二本の取っ手。土が水を吸うので、はじめに水へ浸けてください。電子レンジは使えません。',
      '喝咖啡用，把手容两指。胎土会吸水，头一次用前先泡水。不可微波。',
    ),
    {
      option: t('Glaze', '釉', '釉色'),
      variants: { slate: [t('Slate', '青灰', '青灰'), 4620, 19, 320], straw: [t('Straw', '藁灰', '稻草灰'), 4400, 22, 320] },
      specs: [[holds, t('260 ml', '260ml', '260毫升')], made(t('Hagi, Yamaguchi', '山口県萩市', '日本山口县萩市'))],
      tags: ['hagi', 'pottery', '萩焼', 'うつわ'],
    },
  ),
  good(
    'uji-genmaicha',
    t('Genmaicha', '玄米茶', '玄米茶'),
    t(
      'Half leaf, half roasted rice. Boiling water, thirty seconds, no fuss. A second pot tastes of rice only.',
      '葉と炒り米が半々。熱湯で三十秒、気楽なお茶です。二煎目は米の味だけになります。',
      '茶叶和炒米各半。沸水三十秒，不讲究。第二泡就只剩米香了。',
    ),
    {
      option: size,
      variants: {
        '80g': [t('Caddy, 80 g', '缶 80g', '罐装80克'), 1620, 28, 220],
        '200g': [t('Caddy, 200 g', '缶 200g', '罐装200克'), 3024, 14, 380],
      },
      specs: [
        [t('Harvest', '摘採', '采摘'), t('Second flush', '二番茶', '二番茶')],
        made(t('Uji, Kyoto', '京都府宇治市', '日本京都府宇治市')),
      ],
      tags: ['tea', 'genmaicha', '玄米茶', 'everyday'],
      past: [1512],
    },
  ),
  good(
    'sumi-seal',
    t('Seal stone and vermilion', '印材と朱肉', '印石与印泥'),
    t(
      'Two blank stones and a pad. We don’t cut names: the stone is soft, and a nail and an evening are enough.',
      '彫っていない石が二つと、朱肉。名は入れません。やわらかい石なので、釘と一晩があれば彫れます。',
      '两方素石，一盒印泥。我们不代刻，石头软，一根钉子一个晚上就够。',
    ),
    {
      option: t('Stone', '石', '石料'),
      variants: {
        jade: [t('Green', '青', '青'), 3850, 16, 420],
        plum: [t('Plum', '梅', '梅'), 3850, 12, 420],
        ink: [t('Ink', '墨', '墨'), 3850, 9, 420],
      },
      specs: [
        [measures, t('18 mm square, 60 mm', '18mm角、60mm', '18毫米见方，高60毫米')],
        made(t('Kyoto', '京都府京都市', '日本京都市')),
      ],
      tags: ['stationery', '書道', 'ink', '印'],
    },
  ),
  good(
    'ai-cushion',
    t('Floor cushions, two', '座布団 二枚', '坐垫 两只'),
    t(
      'Cotton wadding, tied by hand in the middle. It flattens after two years; we fill it again for the postage.',
      '中は木綿わた、真ん中を手で綴じます。二年で平たくなりますので、送料だけで打ち直します。',
      '棉絮芯，中间手工钉一针。两年会塌，出运费我们给重弹。',
    ),
    {
      option: pattern,
      variants: {
        hemp: [t('Hemp leaf', '麻の葉', '麻叶'), 9900, 11, 2600],
        circles: [t('Rings, madder', '輪 茜', '圆环 茜红'), 9900, 7, 2600],
        stripe: [t('Stripes', '縞', '条纹'), 9350, 9, 2600],
      },
      specs: [
        [measures, t('55 × 59 cm', '55×59cm', '55×59厘米')],
        [material, t('Cotton', '綿', '棉')],
        made(t('Tokushima', '徳島県', '日本德岛县')),
      ],
      tags: ['indigo', 'textiles', '藍染', 'cat'],
      past: [10450],
    },
  ),
]
