import { type DemoProduct, good, holds, kind, made, material, measures, t } from './words.ts'

const place = made(t('Takaoka, Toyama', '富山県高岡市', '日本富山县高冈市'))
const tin = t('Pure tin', '純錫', '纯锡')
const inside = t('Inside', '内側', '内壁')
const care = t('Care', '手入れ', '保养')
const soft = t('By hand, soft sponge, no oven', '柔らかいスポンジで手洗い。直火・オーブン不可', '软海绵手洗，不可明火烤箱')

export const takaokaTin: readonly DemoProduct[] = [
  good(
    'suzu-guinomi',
    t('Hammered sake cup', '錫のぐい呑み', '锡制小酒杯'),
    t(
      'Pure tin, so soft that you can press it oval. It takes the chill of the sake in seconds. It dents; that is not a fault we repair.',
      '純錫はやわらかく、指で楕円にもなります。酒の冷たさがすぐ移ります。へこみは、直すものではなく味です。',
      '纯锡很软，用手能捏成椭圆。酒的凉意几秒就传到手上。会磕出坑，这不算毛病。',
    ),
    {
      option: inside,
      variants: {
        tin: [t('Tin', '錫', '锡'), 4950, 30, 110],
        gold: [t('Gold leaf', '金箔', '金箔'), 7700, 14, 110],
        pair: [t('One of each, boxed', '金銀 二客箱入り', '金银对杯礼盒'), 12100, 9, 320],
      },
      specs: [[holds, t('70 ml', '70ml', '70毫升')], [material, tin], [care, soft], place],
      tags: ['sake', 'tin', '酒器', 'gift'],
      past: [4620, 5280],
    },
  ),
  good(
    'suzu-chirori',
    t('Warming can', 'ちろり', '温酒壶'),
    t(
      'Stand it in hot water for four minutes. Never over a flame: tin melts at 232 degrees, and one customer has shown us.',
      '湯に四分。直火には決してかけないでください。錫は二百三十二度で溶けます。実際に溶かした方がいます。',
      '隔水温四分钟。千万别直接上火，锡232度就化，真有客人化过一把。',
    ),
    {
      option: material,
      variants: { tin: [tin, 19800, 7, 420], copper: [t('Copper, tin inside', '銅（内錫）', '铜（内镀锡）'), 16500, 10, 390] },
      specs: [
        [holds, t('300 ml', '300ml', '300毫升')],
        [t('Handle', '持ち手', '把手'), t('Rattan', '籐', '藤')],
        [care, soft],
        place,
      ],
      tags: ['sake', 'tin', '酒器', '温酒'],
    },
  ),
  good(
    'suzu-katakuchi',
    t('Spouted bowl', '片口', '片口钵'),
    t(
      'Pours without a drip if you stop with a turn of the wrist. Also good for dressings; vinegar left overnight dulls it.',
      '手首を返せば、滴れません。ドレッシングにも。酢を一晩入れると曇ります。',
      '收的时候手腕一转，不滴。拌汁也能用，醋隔夜会发暗。',
    ),
    {
      option: inside,
      variants: { tin: [t('Tin', '錫', '锡'), 13200, 11, 330], gold: [t('Gold leaf', '金箔', '金箔'), 18700, 5, 330] },
      specs: [[holds, t('250 ml', '250ml', '250毫升')], [material, tin], [care, soft], place],
      tags: ['sake', 'tin', '酒器', 'kitchen'],
      past: [14300],
    },
  ),
  good(
    'suzu-tumbler',
    t('Beer tumbler', 'ビアカップ', '啤酒杯'),
    t(
      'Rings to hold on to, a rough inside that makes fine foam. Your hand gets cold; that is the price.',
      '指のかかる輪と、泡が細かくなる粗い内側。手は冷たくなります。',
      '外圈好握，内壁粗一点，泡沫细。代价是手会冰。',
    ),
    {
      option: material,
      variants: {
        tin: [tin, 11000, 16, 300],
        copper: [t('Copper', '銅', '铜'), 8800, 12, 260],
        pair: [t('One of each', '二客組', '两只装'), 18700, 6, 640],
      },
      specs: [[holds, t('330 ml', '330ml', '330毫升')], [care, soft], place],
      tags: ['tin', 'beer', 'gift', '酒器'],
    },
  ),
  good(
    'suzu-dish',
    t('Dish to bend', '曲がる小皿', '可弯小碟'),
    t(
      'Comes flat-ish; pull the petals up or down. After some hundred bends it cracks. For nuts, rings, keys.',
      '花びらを起こしたり伏せたり。百回ほど曲げると割れることがあります。豆、指輪、鍵に。',
      '花瓣可以掰起来或压下去，掰个上百次会裂。放坚果、戒指、钥匙。',
    ),
    {
      option: kind,
      variants: {
        plum: [t('Plum, tin', '梅 錫', '梅 锡'), 4400, 25, 150],
        mum: [t('Chrysanthemum, brass', '菊 真鍮', '菊 黄铜'), 4180, 18, 160],
      },
      specs: [[measures, t('14 cm', '径14cm', '直径14厘米')], [care, soft], place],
      tags: ['tin', 'うつわ', 'gift', '小碟'],
    },
  ),
  good(
    'suzu-masu',
    t('Cypress measure', '檜の枡', '桧木枡'),
    t(
      'Smells of the forest for the first dozen pours. Rinse with cold water only, dry in shade, or the joints open.',
      '最初の十杯ほどは森の香り。水だけですすぎ、陰干しに。でないと組みが緩みます。',
      '头十来次有森林味。只用凉水冲，阴干，不然榫会松。',
    ),
    {
      option: t('Brand', '焼印', '烙印'),
      variants: {
        sun: [t('Sun', '日', '日'), 1320, 50, 130],
        waves: [t('Waves', '波', '波'), 1320, 36, 130],
        five: [t('Five, mixed', '五個組', '五只装'), 5940, 10, 650],
      },
      specs: [[holds, t('180 ml (one go)', '180ml（一合）', '180毫升（一合）')], [material, t('Hinoki', '檜', '桧木')], place],
      tags: ['sake', 'wood', '枡', '酒器'],
      past: [1210],
    },
  ),
  good(
    'suzu-sakazuki',
    t('Three lacquer cups on a stand', '三つ重ね盃', '三重漆杯'),
    t(
      'For weddings and the first of January. Urushi over wood: no dishwasher, no sun, and nobody allergic to lacquer for the first month.',
      '婚礼と元日に。木に本漆です。食洗機と日光を避け、漆にかぶれる方は最初のひと月ご注意を。',
      '婚礼和元旦用。木胎生漆，别进洗碗机、别晒。对漆过敏的人头一个月要小心。',
    ),
    {
      option: t('Lacquer', '漆', '漆色'),
      variants: { vermilion: [t('Vermilion', '朱', '朱'), 24200, 5, 540], black: [t('Black', '黒', '黑'), 23100, 4, 540] },
      specs: [
        [measures, t('Largest 12 cm', '大径12cm', '大杯12厘米')],
        [material, t('Wood, urushi, gold', '木、漆、金', '木、漆、金')],
        place,
      ],
      tags: ['sake', 'lacquer', 'gift', '漆器'],
    },
  ),
]
