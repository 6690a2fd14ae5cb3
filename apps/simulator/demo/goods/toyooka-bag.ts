import { colour, type DemoProduct, good, made, material, measures, pattern, t } from './words.ts'

const place = made(t('Toyooka, Hyogo', '兵庫県豊岡市', '日本兵库县丰冈市'))
const sail = t('Waxed sailcloth no. 6, oak-tanned hide', '六号帆布（蝋引き）、タンニンなめし革', '六号打蜡帆布、植鞣皮')
const hide = t('Oak-tanned cowhide', 'タンニンなめし牛革', '植鞣牛皮')

export const toyookaBag: readonly DemoProduct[] = [
  good(
    'toyo-rucksack',
    t('Sailcloth rucksack', '帆布のリュック', '帆布双肩包'),
    t(
      'Two belts, one pocket, room for a laptop of 14 inches. The wax keeps off a shower, not a storm. Stiff for the first month.',
      'ベルト二本、ポケット一つ、14インチのパソコンが入ります。小雨は弾き、大雨は弾きません。ひと月は硬いです。',
      '两条皮带，一个口袋，放得下14寸电脑。打蜡能挡小雨，挡不了暴雨。头一个月偏硬。',
    ),
    {
      option: colour,
      variants: {
        moss: [t('Moss', '苔', '苔绿'), 24200, 11, 1150],
        sand: [t('Sand', '砂', '沙'), 24200, 8, 1150],
        navy: [t('Navy', '紺', '藏青'), 24200, 0, 1150],
      },
      specs: [[measures, t('30 × 42 × 14 cm, 16 l', '30×42×14cm、16L', '30×42×14厘米，16升')], [material, sail], place],
      tags: ['canvas', 'leather', '鞄', '双肩包'],
      past: [22000, 26400],
    },
  ),
  good(
    'toyo-shoulder',
    t('Satchel', '肩掛け鞄', '单肩皮包'),
    t(
      'One hide, cut by one person. Scratches show at once and melt into the rest in a year. Heavy: 1.2 kilos empty.',
      '一枚の革を、ひとりが裁ちます。傷はすぐ付き、一年で馴染みます。空でも1.2キロあります。',
      '一张皮，一个人裁。刚用容易划痕，一年后就融进去了。空包1.2公斤，偏重。',
    ),
    {
      option: colour,
      variants: { tan: [t('Tan', '飴', '焦糖'), 38500, 6, 1200], black: [t('Black', '黒', '黑'), 38500, 5, 1200] },
      specs: [[measures, t('32 × 22 × 9 cm', '32×22×9cm', '32×22×9厘米')], [material, hide], place],
      tags: ['leather', 'satchel', '鞄', '包'],
    },
  ),
  good(
    'toyo-pouch',
    t('Two zip pouches', 'ファスナーポーチ 大小', '拉链收纳包 大小两只'),
    t(
      'Chargers in one, pencils in the other. The bottom is hide, so a leaking pen is a memory for ever.',
      '充電器と筆記具に。底は革なので、漏れたインクは一生の思い出になります。',
      '一只装充电器，一只装笔。底是皮的，漏墨就是一辈子的纪念。',
    ),
    {
      option: colour,
      variants: {
        sail: [t('Sail white', '生成り', '本白'), 5280, 28, 210],
        rust: [t('Rust', '錆', '铁锈'), 5280, 19, 210],
        small: [t('Sail white, small only', '生成り 小のみ', '本白 仅小号'), 2420, 33, 80],
      },
      specs: [[measures, t('22 × 14 and 16 × 10 cm', '22×14／16×10cm', '22×14／16×10厘米')], [material, sail], place],
      tags: ['canvas', 'leather', 'gift', 'ポーチ'],
      past: [5720],
    },
  ),
  good(
    'toyo-briefcase',
    t('Briefcase', 'ブリーフケース', '公文包'),
    t(
      'For a laptop of 15 inches and a folded newspaper. No strap, on purpose: two hands of handles and nothing that swings.',
      '15インチと、畳んだ新聞が入ります。肩紐はあえて付けません。',
      '放得下15寸电脑和一份报纸。故意没配肩带。',
    ),
    {
      option: colour,
      variants: { navy: [t('Navy', '紺', '藏青'), 29700, 7, 1050], olive: [t('Olive', 'オリーブ', '橄榄'), 29700, 6, 1050] },
      specs: [[measures, t('40 × 28 × 8 cm', '40×28×8cm', '40×28×8厘米')], [material, sail], place],
      tags: ['canvas', 'leather', '鞄', 'work'],
    },
  ),
  good(
    'toyo-wallet',
    t('Fold wallet', '二つ折り財布', '对折钱包'),
    t(
      'Six cards, notes of any country, no coins. It is 14 mm thick when it is new and 9 when it is yours.',
      'カード六枚と、どの国の紙幣も。小銭は入りません。厚さは新品で14ミリ、馴染むと9ミリ。',
      '六张卡，各国纸币都行，不放硬币。新的14毫米厚，用熟了9毫米。',
    ),
    {
      option: colour,
      variants: { chestnut: [t('Chestnut', '栗', '栗棕'), 14300, 15, 90], green: [t('Green', '緑', '墨绿'), 14300, 9, 90] },
      specs: [[measures, t('11 × 9 cm', '11×9cm', '11×9厘米')], [material, hide], place],
      tags: ['leather', 'gift', '財布', '钱包'],
      past: [13200],
    },
  ),
  good(
    'toyo-basket',
    t('Vine basket', '山葡萄の籠', '藤编篮'),
    t(
      'Akebi vine, picked in autumn, woven through the winter. It catches on knitwear for the first weeks.',
      '秋に採ったあけびを、冬のあいだ編みます。はじめの数週間は、ニットに引っかかります。',
      '秋天采的木通藤，编一个冬天。头几周会勾毛衣。',
    ),
    {
      option: colour,
      variants: { light: [t('Light', '淡', '浅色'), 33000, 4, 640], dark: [t('Smoked', '燻し', '烟熏'), 36300, 3, 640] },
      specs: [
        [measures, t('30 × 20 × 22 cm', '30×20×22cm', '30×20×22厘米')],
        [material, t('Akebi vine, hide', 'あけび、革', '木通藤、皮')],
        place,
      ],
      tags: ['basket', 'handmade', '籠', '包'],
    },
  ),
  good(
    'toyo-kinchaku',
    t('Drawstring bag', '巾着', '束口袋'),
    t(
      'For a lunch box, a camera, a summer festival. Lined, washable at thirty degrees, and it shrinks by a finger’s width.',
      'お弁当に、カメラに、夏祭りに。裏地つき。三十度で洗えますが、指一本分ほど縮みます。',
      '装便当、装相机、逛夏日祭。有里布，三十度可水洗，会缩一指宽。',
    ),
    {
      option: pattern,
      variants: {
        dots: [t('Dots', '水玉', '圆点'), 3520, 26, 120],
        hemp: [t('Hemp leaf', '麻の葉', '麻叶'), 3520, 22, 120],
        plain: [t('Plain', '無地', '素色'), 3080, 18, 120],
      },
      specs: [[measures, t('24 × 28 cm', '24×28cm', '24×28厘米')], [material, t('Cotton', '綿', '棉')], place],
      tags: ['canvas', 'gift', '巾着', '包'],
    },
  ),
]
