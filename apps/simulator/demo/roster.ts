/** Who is in the demo: makers with their colours, what each sells, and the people. Texts and forms live elsewhere, by these keys. */

export type Category =
  | 'ceramics'
  | 'tea'
  | 'stationery'
  | 'textiles'
  | 'skincare'
  | 'knives'
  | 'sweets'
  | 'incense'
  | 'washi'
  | 'sake'
  | 'bags'
  | 'toys'

interface Words {
  readonly en: string
  readonly ja: string
  readonly zh: string
}

export interface Maker {
  readonly key: string
  readonly name: Words
  /** Deep, middle, pale, accent: marks, titles and grounds take their colours here. */
  readonly palette: readonly [string, string, string, string]
  /** What most of its things are. */
  readonly category: Category
  /** Product keys; `[key, category]` where it differs from the maker's. */
  readonly products: readonly (string | readonly [string, Category])[]
}

const w = (en: string, ja: string, zh: string): Words => ({ en, ja, zh })

export const makers: readonly Maker[] = [
  {
    key: 'hagi-kiln',
    name: w('Hagi Asagama', '萩・朝窯', '萩・朝窑'),
    palette: ['#4a2f1f', '#b98a63', '#eadbc6', '#5f97a0'],
    category: 'ceramics',
    products: ['hagi-cup', 'hagi-vase', 'hagi-bowl', ['hagi-sake', 'sake'], 'hagi-plate', 'hagi-mug'],
  },
  {
    key: 'uji-leaf',
    name: w('Uji Haoto', '宇治・葉音', '宇治・叶音'),
    palette: ['#24391f', '#6f8f4e', '#e4e6cf', '#c79a4b'],
    category: 'tea',
    products: ['uji-sencha', 'uji-gyokuro', 'uji-matcha', 'uji-hojicha', 'uji-kyusu', 'uji-genmaicha'],
  },
  {
    key: 'sumi-paper',
    name: w('Sumi & Paper', '墨と紙', '墨与纸'),
    palette: ['#201f23', '#77726c', '#ece6d9', '#b8402b'],
    category: 'stationery',
    products: ['sumi-notebook', 'sumi-brush', 'sumi-ink', ['sumi-letters', 'washi'], ['sumi-incense', 'incense'], 'sumi-seal'],
  },
  {
    key: 'aizome-cloth',
    name: w('Aizome Kawabe', '藍染・川辺', '蓝染・川边'),
    palette: ['#152447', '#3f63a0', '#e8e9e2', '#c9a06a'],
    category: 'textiles',
    products: ['ai-tenugui', 'ai-scarf', 'ai-apron', ['ai-tote', 'bags'], 'ai-furoshiki', 'ai-cushion'],
  },
  {
    key: 'yuzu-skin',
    name: w('Yuzu & Sato', '柚と里', '柚与里'),
    palette: ['#4a5230', '#c8b24a', '#f3efd8', '#e58a3c'],
    category: 'skincare',
    products: ['yuzu-oil', 'yuzu-lotion', 'yuzu-cream', 'yuzu-soap', 'yuzu-balm', 'yuzu-salt', 'yuzu-mist'],
  },
  {
    key: 'sakai-blade',
    name: w('Sakai Hajiro', '堺・刃白', '堺・刃白'),
    palette: ['#1d242b', '#6f7c86', '#dfe3e4', '#a5482f'],
    category: 'knives',
    products: ['sakai-santoku', 'sakai-nakiri', 'sakai-petty', 'sakai-yanagiba', 'sakai-snips', 'sakai-whetstone', 'sakai-board'],
  },
  {
    key: 'kaga-sweets',
    name: w('Kaga Hanaka', '加賀・花菓', '加贺・花菓'),
    palette: ['#5a2f3a', '#d98f9a', '#f7e9e2', '#8aa05a'],
    category: 'sweets',
    products: ['kaga-namagashi', 'kaga-yokan', 'kaga-konpeito', 'kaga-dorayaki', 'kaga-dango', 'kaga-higashi', 'kaga-monaka'],
  },
  {
    key: 'awaji-incense',
    name: w('Awaji Kaoruya', '淡路・薫屋', '淡路・薰屋'),
    palette: ['#3a2a3e', '#8d7391', '#e7dfe6', '#c08a3e'],
    category: 'incense',
    products: ['awaji-sticks', 'awaji-coils', 'awaji-cones', 'awaji-sachet', 'awaji-holder', 'awaji-burner', 'awaji-tube'],
  },
  {
    key: 'mino-washi',
    name: w('Mino Shito', '美濃・紙灯', '美浓・纸灯'),
    palette: ['#33405c', '#c9883f', '#f5e6c8', '#b23f4c'],
    category: 'washi',
    products: ['mino-lamp', 'mino-sheets', 'mino-fan', 'mino-chiyogami', 'mino-boxes', 'mino-cranes', 'mino-screen'],
  },
  {
    key: 'takaoka-tin',
    name: w('Takaoka Suzune', '高岡・錫音', '高冈・锡音'),
    palette: ['#22333a', '#8fa3a8', '#e6ecec', '#8c2f26'],
    category: 'sake',
    products: ['suzu-guinomi', 'suzu-chirori', 'suzu-katakuchi', 'suzu-tumbler', 'suzu-dish', 'suzu-masu', 'suzu-sakazuki'],
  },
  {
    key: 'toyooka-bag',
    name: w('Toyooka Sail & Hide', '豊岡・帆と革', '丰冈・帆与革'),
    palette: ['#3a2a1c', '#a8713f', '#e9dcc5', '#3f5a4a'],
    category: 'bags',
    products: ['toyo-rucksack', 'toyo-shoulder', 'toyo-pouch', 'toyo-briefcase', 'toyo-wallet', 'toyo-basket', 'toyo-kinchaku'],
  },
  {
    key: 'hida-toys',
    name: w('Hida Kiasobi', '飛騨・木遊び', '飞驒・木游'),
    palette: ['#4a3520', '#d3a266', '#f4e6cc', '#c8503a'],
    category: 'toys',
    products: ['hida-blocks', 'hida-car', 'hida-kendama', 'hida-tops', 'hida-duck', 'hida-rainbow', 'hida-train'],
  },
]

/** Every product key with its maker and category. */
export const stock: readonly { readonly key: string; readonly shop: string; readonly category: Category }[] = makers.flatMap(m =>
  m.products.map(p =>
    typeof p === 'string' ? { key: p, shop: m.key, category: m.category } : { key: p[0], shop: m.key, category: p[1] },
  ),
)

/** How somebody writes: few words, with feeling, with figures, or with a smile. */
export type Voice = 'brief' | 'warm' | 'exact' | 'wry'

export interface DemoPerson {
  readonly handle: string
  readonly name: string
  readonly language: 'en' | 'ja' | 'zh'
  readonly voice: Voice
  readonly likes: readonly string[]
}

const p = (handle: string, name: string, language: DemoPerson['language'], voice: Voice, ...likes: string[]): DemoPerson => ({
  handle,
  name,
  language,
  voice,
  likes,
})

/** Forty people with different tastes; tags are those of products and clips. */
export const demoPeople: readonly DemoPerson[] = [
  p('lin_xiaoman', '林小满', 'zh', 'warm', 'hagi', '萩烧', 'tea'),
  p('mori_haruka', '森 春香', 'ja', 'wry', 'indigo', '藍染', 'cat'),
  p('daniel_okafor', 'Daniel Okafor', 'en', 'exact', 'stationery', 'ink', 'washi'),
  p('chen_yu', '陈屿', 'zh', 'exact', 'tea', 'sencha', 'matcha'),
  p('sato_ren', '佐藤 蓮', 'ja', 'brief', 'hagi', 'sake', 'うつわ'),
  p('amelia_hart', 'Amelia Hart', 'en', 'warm', 'indigo', 'tote', 'gift'),
  p('wang_qing', '王青', 'zh', 'brief', 'incense', 'gift', '手工陶器'),
  p('kimura_aoi', '木村 葵', 'ja', 'warm', 'matcha', '淹れ方', '文房具'),
  p('jonas_weber', 'Jonas Weber', 'en', 'exact', 'pottery', 'tea', 'howto'),
  p('zhao_mei', '赵梅', 'zh', 'warm', 'indigo', '蓝染', 'tenugui'),
  p('ito_sora', '伊藤 空', 'ja', 'brief', '書道', 'ink', 'letters'),
  p('grace_lee', 'Grace Lee', 'en', 'wry', 'hagi', 'howto', 'matcha'),
  p('takeda_shun', '武田 駿', 'ja', 'exact', 'knives', '包丁', 'kitchen'),
  p('nora_lindqvist', 'Nora Lindqvist', 'en', 'brief', 'skincare', 'yuzu', 'bath'),
  p('xu_yining', '许以宁', 'zh', 'exact', 'skincare', '护肤', 'yuzu'),
  p('ogawa_mio', '小川 美緒', 'ja', 'warm', 'sweets', '和菓子', 'tea'),
  p('marco_rossi', 'Marco Rossi', 'en', 'warm', 'knives', 'kitchen', 'sake'),
  p('liu_zhixing', '刘知行', 'zh', 'wry', 'sake', '酒器', 'tin'),
  p('hayashi_yui', '林 結衣', 'ja', 'warm', 'toys', '木のおもちゃ', 'gift'),
  p('priya_nair', 'Priya Nair', 'en', 'exact', 'toys', 'wood', 'howto'),
  p('he_jiayi', '何佳怡', 'zh', 'warm', 'sweets', '和果子', 'gift'),
  p('fujii_takumi', '藤井 匠', 'ja', 'wry', 'bags', '鞄', 'leather'),
  p('clara_duval', 'Clara Duval', 'en', 'wry', 'washi', 'paper', 'lamp'),
  p('sun_yao', '孙瑶', 'zh', 'brief', 'washi', '和纸', 'lamp'),
  p('nishida_kaho', '西田 果歩', 'ja', 'exact', 'skincare', 'スキンケア', 'bath'),
  p('tom_aldridge', 'Tom Aldridge', 'en', 'brief', 'bags', 'canvas', 'leather'),
  p('gao_ran', '高然', 'zh', 'exact', 'knives', '厨刀', 'kitchen'),
  p('okada_hinata', '岡田 陽向', 'ja', 'brief', 'incense', 'お香', 'washi'),
  p('sofia_almeida', 'Sofia Almeida', 'en', 'warm', 'incense', 'lamp', 'pottery'),
  p('zhou_an', '周安', 'zh', 'wry', 'bags', '包', 'canvas'),
  p('matsui_kenji', '松井 健司', 'ja', 'wry', 'sake', '酒器', 'tin'),
  p('helen_murray', 'Helen Murray', 'en', 'warm', 'textiles', 'linen', 'indigo'),
  p('deng_lan', '邓岚', 'zh', 'warm', 'toys', '木玩', 'sweets'),
  p('ueno_saki', '上野 咲', 'ja', 'warm', 'washi', '和紙', 'stationery'),
  p('ben_carter', 'Ben Carter', 'en', 'wry', 'sweets', 'matcha', 'tea'),
  p('tan_weilin', '谭蔚林', 'zh', 'brief', 'stationery', 'ink', '文具'),
  p('kondo_ryo', '近藤 亮', 'ja', 'exact', 'kitchen', 'うつわ', 'hagi'),
  p('yuki_tanabe', '田辺 ゆき', 'ja', 'warm', 'cat', 'rain', 'everyday'),
  p('oliver_reid', 'Oliver Reid', 'en', 'brief', 'everyday', 'tea', 'sake'),
  p('song_qiao', '宋乔', 'zh', 'wry', 'everyday', 'cat', 'incense'),
]
