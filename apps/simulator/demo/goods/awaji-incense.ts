import { colour, type DemoProduct, good, kind, made, material, measures, size, t } from './words.ts'

const place = made(t('Awaji, Hyogo', '兵庫県淡路市', '日本兵库县淡路市'))
const burns = t('Burns', '燃焼時間', '燃烧时间')

export const awajiIncense: readonly DemoProduct[] = [
  good(
    'awaji-sticks',
    t('Incense sticks', '線香', '线香'),
    t(
      'Kneaded with bark of tabu, dried in the west wind. Little smoke, not none: open a window if you have a small room.',
      '椨の粉で練り、西風で乾かします。煙は少なめですが、なくはありません。小さな部屋では窓を開けて。',
      '用楠皮粉揉制，西风阴干。烟少，但不是没有，小房间请开点窗。',
    ),
    {
      option: kind,
      variants: {
        sandalwood: [t('Sandalwood, 60', '白檀 60本', '檀香 60支'), 1980, 42, 90],
        aloeswood: [t('Aloeswood, 40', '沈香 40本', '沉香 40支'), 5500, 12, 80],
        hinoki: [t('Hinoki, 60', '檜 60本', '桧木 60支'), 1760, 30, 90],
      },
      specs: [[burns, t('30 minutes a stick', '一本約30分', '每支约30分钟')], [measures, t('14 cm', '14cm', '14厘米')], place],
      tags: ['incense', 'お香', '线香', 'gift'],
      past: [1870, 2200],
    },
  ),
  good(
    'awaji-coils',
    t('Coils for a long evening', '渦巻き香', '盘香'),
    t(
      'Three hours each. Made for verandas; indoors one is too much. Ash falls in a ring, so put a plate under it.',
      '一巻三時間。縁側で焚くためのもので、部屋では強すぎます。灰が輪に落ちるので、皿を敷いて。',
      '一盘三小时。是给檐廊用的，屋里点会太浓。灰落一圈，下面垫个盘子。',
    ),
    {
      option: kind,
      variants: { rain: [t('After rain', '雨上がり', '雨后'), 1650, 26, 140], cedar: [t('Cedar', '杉', '杉木'), 1540, 24, 140] },
      specs: [
        [size, t('Ten coils and a stand', '十巻、台つき', '十盘，含支架')],
        [burns, t('3 hours', '約3時間', '约3小时')],
        place,
      ],
      tags: ['incense', 'お香', 'rain', '盘香'],
    },
  ),
  good(
    'awaji-cones',
    t('Incense cones', 'コーン香', '塔香'),
    t(
      'Stronger towards the end, as the cone grows wide. Fifteen minutes: good for one visitor.',
      '下に行くほど太く、香りも強くなります。十五分。お客さま一人分です。',
      '越往下越粗，味道越浓。十五分钟，刚好迎一位客人。',
    ),
    {
      option: kind,
      variants: {
        plum: [t('Plum', '梅', '梅'), 1320, 38, 70],
        citrus: [t('Citrus', '橘', '橘'), 1320, 29, 70],
        mix: [t('Both', '詰合せ', '混合'), 1430, 15, 70],
      },
      specs: [[size, t('Twenty cones', '二十個', '二十粒')], [burns, t('15 minutes', '約15分', '约15分钟')], place],
      tags: ['incense', 'お香', '塔香'],
    },
  ),
  good(
    'awaji-sachet',
    t('Scent pouches', '匂い袋', '香囊'),
    t(
      'Clove, camphor and a little patchouli in silk. For drawers and sleeves. It fades in a year; camphor is not for cats.',
      '丁子、龍脳、藿香をすこし、絹に包みました。箪笥や袂に。一年で薄れます。猫のいる部屋にはご遠慮ください。',
      '丁香、龙脑、一点藿香，缝在丝绸里。放抽屉、衣袖。一年后变淡，家里有猫请勿使用。',
    ),
    {
      option: colour,
      variants: {
        violet: [t('Violet, pair', '菫 二つ組', '紫 一对'), 2420, 22, 40],
        indigo: [t('Indigo, pair', '藍 二つ組', '蓝 一对'), 2420, 18, 40],
        refill: [t('Filling only', '中身のみ', '替换香料'), 880, 40, 15],
      },
      specs: [[material, t('Silk, natural scents', '絹、天然香料', '丝绸、天然香料')], place],
      tags: ['incense', 'gift', 'silk', '匂い袋', '香囊'],
      past: [2750],
    },
  ),
  good(
    'awaji-holder',
    t('Pebble holder', '石の香立て', '石形香插'),
    t(
      'Cast brass, beaten by hand, heavy enough to stand. It browns where fingers touch; vinegar brings it back.',
      '真鍮を鋳て、手で打ちました。触れるところから飴色になります。酢で磨けば戻ります。',
      '黄铜浇铸，手工敲打，压手不倒。摸的地方会变褐，用醋擦能恢复。',
    ),
    {
      option: material,
      variants: { brass: [t('Brass', '真鍮', '黄铜'), 4950, 16, 310], tin: [t('Tin', '錫', '锡'), 5500, 9, 290] },
      specs: [[t('Plate', '皿', '托盘'), t('Iron, 13 cm', '鉄、13cm', '铁，13厘米')], place],
      tags: ['incense', 'brass', 'お香', 'gift'],
    },
  ),
  good(
    'awaji-burner',
    t('Three-legged burner', '三足香炉', '三足香炉'),
    t(
      'Porcelain from the island, a lid of pierced brass. For powder and cones on ash; the glaze will not bear charcoal without ash.',
      '島の磁器に、透かしの真鍮蓋。灰を敷いて、焼香やコーンに。灰なしで炭を置くと割れます。',
      '岛上烧的瓷，镂空黄铜盖。铺灰点香粉、塔香。不铺灰直接放炭会裂。',
    ),
    {
      option: t('Glaze', '釉', '釉色'),
      variants: { celadon: [t('Celadon', '青磁', '青瓷'), 8800, 8, 480], white: [t('White', '白磁', '白瓷'), 8250, 11, 480] },
      specs: [[measures, t('9 cm wide, 13 cm high', '径9cm、高さ13cm', '直径9厘米，高13厘米')], place],
      tags: ['incense', 'pottery', '香炉', 'お香'],
      past: [9900],
    },
  ),
  good(
    'awaji-tube',
    t('Three tubes to compare', '三筒 聞きくらべ', '三筒品香'),
    t(
      'Twelve sticks each of three woods, so that you learn which is yours before you buy sixty.',
      '三つの木を十二本ずつ。六十本買う前に、どれが自分の香りか確かめてください。',
      '三种木香各十二支。买六十支之前，先弄清哪种是你的。',
    ),
    {
      option: kind,
      variants: { dusk: [t('Dusk', '夕', '黄昏'), 1870, 34, 120], grove: [t('Grove', '森', '林'), 1870, 27, 120] },
      specs: [
        [size, t('3 × 12 sticks', '三種×12本', '3种×12支')],
        [t('Box', '箱', '包装'), t('Paper, can be filled again', '紙筒（詰め替え可）', '纸筒，可重复用')],
        place,
      ],
      tags: ['incense', 'washi', 'gift', 'お香'],
    },
  ),
]
