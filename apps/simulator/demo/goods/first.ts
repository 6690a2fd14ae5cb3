import { colour, type DemoProduct, made, pattern, size, t } from './words.ts'

const glaze = t('Glaze', '釉', '釉色')
const hagi = t('Hagi, Yamaguchi', '山口県萩市', '日本山口县萩市')
const uji = t('Uji, Kyoto', '京都府宇治市', '日本京都府宇治市')
const kyoto = t('Kyoto', '京都府京都市', '日本京都市')
const awa = t('Tokushima', '徳島県', '日本德岛县')

/** What the first four makers have sold from the beginning. */
export const first: readonly DemoProduct[] = [
  {
    key: 'hagi-cup',
    name: t('Hagi cup', '萩焼の湯呑み', '萩烧茶杯'),
    description: t(
      'A tea cup for one, thrown on a kick wheel. The fine lines in the glaze take on the colour of your tea over the months: that is wanted, and it does not wash off.',
      '一人用の湯呑み。蹴ろくろで挽いています。貫入にお茶の色が入り、月日とともに変わります。',
      '一人用茶杯，脚踏辘轳拉坯。釉面的细纹会随时间染上茶色，这是萩烧的“七变化”。',
    ),
    option: glaze,
    variants: {
      morning: [t('Morning', '朝焼け', '朝霞'), 4200, 24, 210],
      white: [t('White Hagi', '白萩', '白萩'), 3900, 18, 210],
      indigo: [t('Indigo', '藍', '蓝'), 4200, 0, 210],
    },
    specs: [
      [t('Holds', '容量', '容量'), t('180 ml', '180ml', '180毫升')],
      [t('Dishwasher', '食洗機', '洗碗机'), t('No', '使えません', '不可')],
      made(hagi),
    ],
    tags: ['hagi', 'pottery', '萩焼', 'うつわ'],
    past: [4600],
  },
  {
    key: 'hagi-vase',
    name: t('Tall vase', '背の高い花入', '高花瓶'),
    description: t(
      'Stands forty centimetres. The azurite glaze runs differently on every piece; yours will not be quite the one in the picture.',
      '高さ四十センチ。群青釉の流れは一本ごとに違います。',
      '高四十厘米。石青釉的流淌每只都不同，收到的与照片略有差别。',
    ),
    option: glaze,
    variants: {
      azurite: [t('Azurite', '群青', '石青'), 28000, 5, 2400],
      ash: [t('Ash', '灰', '灰釉'), 26000, 4, 2400],
      ink: [t('Ink', '墨', '墨色'), 26000, 2, 2400],
    },
    specs: [[t('Height', '高さ', '高度'), t('40 cm', '40cm', '40厘米')], made(hagi)],
    tags: ['hagi', 'vase', '花器'],
  },
  {
    key: 'hagi-bowl',
    name: t('Rice bowl', '飯碗', '饭碗'),
    description: t(
      'Light in the hand, with a foot that is easy to hold when the rice is hot.',
      '手に軽く、高台が高いので熱いご飯でも持ちやすい碗です。',
      '拿着轻巧，圈足高，盛热饭也不烫手。',
    ),
    option: glaze,
    variants: {
      brushed: [t('Brushed white', '刷毛目', '刷毛白'), 3300, 30, 260],
      celadon: [t('Celadon', '青磁', '青瓷'), 3600, 16, 260],
    },
    specs: [[t('Diameter', '口径', '口径'), t('12 cm', '12cm', '12厘米')], made(hagi)],
    tags: ['hagi', 'bowl', 'うつわ'],
  },
  {
    key: 'hagi-sake',
    name: t('Sake set', '徳利と盃', '清酒酒具'),
    description: t(
      'One flask and two cups. The unglazed foot keeps warm sake warm.',
      '徳利一本と盃二つ。土のままの高台が燗を逃しません。',
      '一壶两杯。不上釉的圈足让热酒不易变凉。',
    ),
    option: glaze,
    variants: { straw: [t('Straw', '藁灰', '稻草灰'), 9800, 9, 620], 'ash-blue': [t('Ash blue', '灰青', '灰蓝'), 9800, 7, 620] },
    specs: [[t('Flask holds', '徳利の容量', '酒壶容量'), t('270 ml', '270ml', '270毫升')], made(hagi)],
    tags: ['hagi', 'sake', '酒器'],
  },
  {
    key: 'hagi-plate',
    name: t('Small plate', '小皿', '小碟'),
    description: t(
      'For a sweet, a pickle or soy sauce. Stacks without wobbling.',
      'お菓子にも漬物にも醤油にも。重ねてもがたつきません。',
      '放点心、小菜或酱油都合适，叠放稳当。',
    ),
    option: glaze,
    variants: { shell: [t('Shell', '胡粉', '贝壳白'), 1800, 40, 120], night: [t('Night', '夜', '夜色'), 1900, 26, 120] },
    specs: [[t('Diameter', '口径', '口径'), t('10 cm', '10cm', '10厘米')], made(hagi)],
    tags: ['hagi', 'plate', 'うつわ'],
  },
  {
    key: 'uji-sencha',
    name: t('First-flush sencha', '一番茶 煎茶', '头茶煎茶'),
    description: t(
      'Picked in the second week of May in the Shirakawa field. Grassy at sixty degrees, brisk at eighty.',
      '五月の二週目、白川の畑で摘みました。六十度で青く、八十度で凛と。',
      '五月第二周采自白川茶园。六十度鲜爽，八十度清冽。',
    ),
    option: size,
    variants: {
      '100g': [t('100 g tin', '100g 缶', '100克罐'), 1620, 60, 160],
      spring: [t('Spring tin, 100 g', '春の缶 100g', '春日罐 100克'), 1836, 35, 160],
    },
    specs: [[t('Best before', '賞味期限', '保质期'), t('10 months unopened', '未開封10か月', '未开封10个月')], made(uji)],
    tags: ['sencha', 'tea', '煎茶', '宇治茶'],
  },
  {
    key: 'uji-gyokuro',
    name: t('Gyokuro', '玉露', '玉露'),
    description: t(
      'Shaded for twenty days. Use water you can hold a finger in, and drink it from the smallest cup you have.',
      '二十日間の覆い下。人肌のお湯で、いちばん小さな茶碗で。',
      '遮光二十天。用温热的水，配最小的杯子。',
    ),
    option: size,
    variants: {
      '50g': [t('50 g', '50g', '50克'), 3240, 22, 110],
      reserve: [t('Reserve, 50 g', '特選 50g', '特选 50克'), 5400, 8, 110],
    },
    specs: [[t('Best before', '賞味期限', '保质期'), t('10 months unopened', '未開封10か月', '未开封10个月')], made(uji)],
    tags: ['gyokuro', 'tea', '玉露'],
  },
  {
    key: 'uji-matcha',
    name: t('Matcha set', '抹茶と茶筅の組', '抹茶与茶筅套装'),
    description: t(
      'Twenty grams of matcha, a hundred-prong whisk and a bowl to whisk it in.',
      '抹茶二十グラムと百本立の茶筅、点てるための茶碗をひとそろえ。',
      '二十克抹茶、百本立茶筅和一只茶碗。',
    ),
    option: t('Bowl', '茶碗', '茶碗'),
    variants: { black: [t('Black', '黒', '黑'), 7560, 12, 700], rust: [t('Rust', '錆', '锈色'), 7560, 10, 700] },
    specs: [made(uji)],
    tags: ['matcha', 'tea', '抹茶'],
    past: [8100],
  },
  {
    key: 'uji-hojicha',
    name: t('Hojicha', 'ほうじ茶', '焙茶'),
    description: t(
      'Roasted on the morning it ships. Little caffeine, good in the evening.',
      '発送の朝に焙じます。カフェインは少なめ、夜にもどうぞ。',
      '发货当天早上烘焙。咖啡因少，晚上也能喝。',
    ),
    option: size,
    variants: {
      '200g': [t('200 g bag', '200g 袋', '200克袋'), 1296, 50, 230],
      stems: [t('Stems, 200 g', '茎 200g', '茶梗 200克'), 1080, 44, 230],
    },
    specs: [made(uji)],
    tags: ['hojicha', 'tea', 'ほうじ茶'],
  },
  {
    key: 'uji-kyusu',
    name: t('Kyusu teapot', '急須', '侧把壶'),
    description: t(
      'Side handle, fired clay strainer, pours to the last drop without dripping.',
      '横手の急須。陶製の茶こしで、最後の一滴まで切れよく注げます。',
      '侧把，陶制滤网，出水利落，滴水不漏。',
    ),
    option: colour,
    variants: {
      tokoname: [t('Red clay', '朱泥', '朱泥'), 8800, 14, 380],
      ink: [t('Black clay', '黒泥', '黑泥'), 8800, 9, 380],
      sand: [t('Sand', '砂', '砂色'), 9200, 1, 380],
    },
    specs: [[t('Holds', '容量', '容量'), t('280 ml', '280ml', '280毫升')]],
    tags: ['kyusu', 'teapot', '急須'],
  },
  {
    key: 'sumi-notebook',
    name: t('Washi notebook', '和紙のノート', '和纸笔记本'),
    description: t(
      'Ninety-six pages of Echizen paper, sewn, opens flat. Brush pens and fountain pens do not bleed through.',
      '越前和紙九十六頁。糸綴じで平らに開きます。筆ペンも万年筆も裏に抜けません。',
      '越前和纸96页，线装，可平摊。毛笔、钢笔都不洇。',
    ),
    option: colour,
    variants: {
      ink: [t('Ink blue', '墨青', '墨蓝'), 2200, 45, 240],
      persimmon: [t('Persimmon', '柿', '柿色'), 2200, 32, 240],
      moss: [t('Moss', '苔', '苔色'), 2200, 20, 240],
    },
    specs: [[t('Size', '判型', '尺寸'), t('A5', 'A5', 'A5')], made(kyoto)],
    tags: ['stationery', 'washi', '文房具'],
  },
  {
    key: 'sumi-brush',
    name: t('Brush pen', '筆ペン', '自来水毛笔'),
    description: t(
      'Real weasel hair and a refillable barrel. Springs back like a brush should.',
      'いたち毛の穂先、詰め替え式。筆らしい弾力です。',
      '黄鼠狼毫笔尖，可换墨囊，弹性如真毛笔。',
    ),
    option: colour,
    variants: {
      vermilion: [t('Vermilion', '朱', '朱红'), 3800, 25, 60],
      black: [t('Black', '黒', '黑'), 3800, 30, 60],
      pine: [t('Pine', '松', '松绿'), 3800, 12, 60],
    },
    specs: [made(kyoto)],
    tags: ['brush', 'calligraphy', '書道'],
  },
  {
    key: 'sumi-ink',
    name: t('Pine-soot ink', '松煙墨のインク', '松烟墨水'),
    description: t(
      'Pine soot and glue, nothing else. Safe for brush pens; not for fountain pens.',
      '松煙と膠だけ。筆ペン用です。万年筆には使えません。',
      '只有松烟和胶。适合毛笔，不可用于钢笔。',
    ),
    option: colour,
    variants: {
      night: [t('Night', '夜', '夜'), 1650, 40, 120],
      plum: [t('Plum', '梅', '梅'), 1650, 22, 120],
      moss: [t('Moss', '苔', '苔'), 1650, 18, 120],
    },
    specs: [[t('Contents', '内容量', '容量'), t('30 ml', '30ml', '30毫升')], made(t('Nara', '奈良県', '日本奈良县'))],
    tags: ['ink', '墨'],
  },
  {
    key: 'sumi-letters',
    name: t('Letter set', '便箋と封筒', '信笺套装'),
    description: t(
      'Twenty sheets and ten envelopes of handmade paper, with a torn edge.',
      '耳付きの手漉き和紙。便箋二十枚、封筒十枚。',
      '手抄毛边纸，信纸二十张，信封十个。',
    ),
    option: colour,
    variants: { shell: [t('Shell', '胡粉', '贝壳白'), 1980, 28, 150], mist: [t('Mist', '霞', '雾蓝'), 1980, 19, 150] },
    specs: [made(t('Echizen, Fukui', '福井県越前市', '日本福井县越前市'))],
    tags: ['letters', 'washi', '手紙'],
  },
  {
    key: 'sumi-incense',
    name: t('Hinoki incense', '檜のお香', '桧木线香'),
    description: t(
      'Sixty sticks of hinoki with a little clove, twenty-five minutes each, in a box tied by hand.',
      '檜に丁子をすこし。一本二十五分、六十本入り。箱は手で結びます。',
      '桧木加少许丁香，六十支，每支约二十五分钟，礼盒手工系带。',
    ),
    option: t('Box', '箱', '盒子'),
    variants: {
      azurite: [t('Azurite', '群青', '石青'), 2750, 33, 180],
      shell: [t('Shell', '胡粉', '贝壳白'), 2750, 21, 180],
      pine: [t('Pine', '松', '松绿'), 2750, 17, 180],
    },
    specs: [made(kyoto)],
    tags: ['incense', 'gift', 'お香'],
  },
  {
    key: 'ai-tenugui',
    name: t('Indigo tenugui', '藍染の手ぬぐい', '蓝染手拭巾'),
    description: t(
      'One metre of cotton, cut edges that stop fraying after the third wash.',
      '綿一枚、切りっぱなし。三回洗えばほつれは止まります。',
      '整幅棉布，裁边不锁，洗三次后不再脱线。',
    ),
    option: pattern,
    variants: {
      hemp: [t('Hemp leaf', '麻の葉', '麻叶'), 1980, 50, 40],
      waves: [t('Waves', '青海波', '青海波'), 1980, 38, 40],
      dots: [t('Dots', '豆絞り', '豆绞'), 1760, 44, 40],
    },
    specs: [[t('Size', '寸法', '尺寸'), t('36 × 98 cm', '36×98cm', '36×98厘米')], made(awa)],
    tags: ['indigo', 'tenugui', '藍染'],
  },
  {
    key: 'ai-scarf',
    name: t('Indigo scarf', '藍染のスカーフ', '蓝染围巾'),
    description: t(
      'Wool and silk, eighteen dips. Wash it alone the first two times.',
      'ウールと絹を十八回染めました。最初の二回は分けて洗ってください。',
      '羊毛与丝混纺，浸染十八次。头两次请单独清洗。',
    ),
    option: pattern,
    variants: { dip: [t('Dipped', '段染め', '渐染'), 15400, 7, 180], dots: [t('Dots', '絞り', '绞染'), 16500, 5, 180] },
    specs: [[t('Size', '寸法', '尺寸'), t('55 × 180 cm', '55×180cm', '55×180厘米')], made(awa)],
    tags: ['indigo', 'scarf', '藍染'],
  },
  {
    key: 'ai-apron',
    name: t('Linen apron', '麻のエプロン', '亚麻围裙'),
    description: t(
      'Two deep pockets, ties that reach round to the front.',
      '深いポケットふたつ。紐は前で結べる長さです。',
      '两个深口袋，系带够长，可在前面打结。',
    ),
    option: colour,
    variants: {
      flax: [t('Flax', '亜麻', '亚麻色'), 8800, 15, 320],
      indigo: [t('Indigo', '藍', '蓝'), 9900, 11, 320],
      charcoal: [t('Charcoal', '炭', '炭黑'), 8800, 13, 320],
    },
    specs: [made(awa)],
    tags: ['linen', 'apron', '麻'],
  },
  {
    key: 'ai-tote',
    name: t('Indigo tote', '藍染のトート', '蓝染托特包'),
    description: t(
      'Heavy canvas, holds a laptop. New indigo can rub off on white: wash it once before you wear white.',
      '厚い帆布、ノートパソコンが入ります。新しい藍は白に移ることがあります。先に一度洗ってください。',
      '厚帆布，能装电脑。新染的蓝可能会蹭到白色衣物，请先洗一次。',
    ),
    option: pattern,
    variants: {
      moon: [t('Moon', '月', '月'), 6600, 20, 380],
      dip: [t('Dipped', '段染め', '渐染'), 6600, 12, 380],
      stripe: [t('Stripe', '縞', '条纹'), 6600, 9, 380],
    },
    specs: [[t('Size', '寸法', '尺寸'), t('36 × 40 × 10 cm', '36×40×10cm', '36×40×10厘米')], made(awa)],
    tags: ['indigo', 'tote', 'トートバッグ'],
    past: [7200],
  },
  {
    key: 'ai-furoshiki',
    name: t('Furoshiki', '風呂敷', '风吕敷'),
    description: t(
      'Seventy centimetres: wraps a wine bottle, a lunch box or a present.',
      '七十センチ角。酒瓶もお弁当も贈りものも包めます。',
      '70厘米见方，可包酒瓶、便当或礼物。',
    ),
    option: pattern,
    variants: {
      dots: [t('Dots', '水玉', '圆点'), 2640, 36, 90],
      hemp: [t('Hemp leaf, madder', '麻の葉 茜', '麻叶 茜红'), 2640, 24, 90],
      plain: [t('Plain', '無地', '素色'), 2200, 30, 90],
    },
    specs: [[t('Size', '寸法', '尺寸'), t('70 × 70 cm', '70×70cm', '70×70厘米')], made(awa)],
    tags: ['furoshiki', 'gift', '風呂敷'],
  },
]
