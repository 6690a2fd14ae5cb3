/** The demo world as data: who sells what, and in which colours. Words a shopper reads live with the shop's catalogue, not here. */

export type Form =
  | 'cup'
  | 'vase'
  | 'bowl'
  | 'sake'
  | 'plate'
  | 'sencha'
  | 'gyokuro'
  | 'matcha'
  | 'bag'
  | 'kyusu'
  | 'notebook'
  | 'brush'
  | 'ink'
  | 'letters'
  | 'incense'
  | 'tenugui'
  | 'scarf'
  | 'apron'
  | 'tote'
  | 'furoshiki'

export interface Variant {
  key: string
  /** What each place means is said by the form (see forms/build.ts). */
  colours: readonly string[]
}

export interface ProductLook {
  key: string
  form: Form
  variants: readonly Variant[]
}

export interface ShopLook {
  key: string
  name: { ja: string; en: string; zh: string }
  /** Deep, middle, pale, accent: marks and titles take their colours here. */
  palette: readonly [string, string, string, string]
  products: readonly ProductLook[]
}

const v = (key: string, ...colours: string[]): Variant => ({ key, colours })

export const shops: readonly ShopLook[] = [
  {
    key: 'hagi-kiln',
    name: { ja: '萩・朝窯', en: 'Hagi Asagama', zh: '萩・朝窑' },
    palette: ['#4a2f1f', '#b98a63', '#eadbc6', '#5f97a0'],
    products: [
      {
        key: 'hagi-cup',
        form: 'cup',
        variants: [
          v('morning', '#9cc4bd', '#cfd8cb', '#e6b294', '#8f5f40'),
          v('white', '#efe9dc', '#e9dfce', '#e3c3a8', '#9a6a48'),
          v('indigo', '#1d3360', '#46628f', '#a39f95', '#75503a'),
        ],
      },
      {
        key: 'hagi-vase',
        form: 'vase',
        variants: [
          v('azurite', '#27406f', '#5273a3', '#2f4a80', '#6a4a38'),
          v('ash', '#8e958a', '#b4b5a4', '#8f8470', '#6a4a38'),
          v('ink', '#25272c', '#3d4046', '#2c2a2b', '#5a4032'),
        ],
      },
      {
        key: 'hagi-bowl',
        form: 'bowl',
        variants: [
          v('brushed', '#ece6d9', '#ece4d4', '#e2cdb4', '#93684a'),
          v('celadon', '#bcd0c2', '#c4d3c4', '#d1cdb6', '#8b6348'),
        ],
      },
      {
        key: 'hagi-sake',
        form: 'sake',
        variants: [
          v('straw', '#e0cfae', '#d9bf95', '#b5875e', '#7c5137'),
          v('ash-blue', '#8aa3ae', '#a8b7b6', '#b79f85', '#70503c'),
        ],
      },
      {
        key: 'hagi-plate',
        form: 'plate',
        variants: [
          v('shell', '#efe7d8', '#ece2d0', '#e3cfb5', '#93684a'),
          v('night', '#1f2836', '#2a3444', '#2b2f38', '#5d4433'),
        ],
      },
    ],
  },
  {
    key: 'uji-leaf',
    name: { ja: '宇治・葉音', en: 'Uji Haoto', zh: '宇治・叶音' },
    palette: ['#24391f', '#6f8f4e', '#e4e6cf', '#c79a4b'],
    products: [
      {
        key: 'uji-sencha',
        form: 'sencha',
        variants: [v('100g', '#7d9c62', '#dfe6c8', '#2c2a26'), v('spring', '#b9a3ab', '#f0e4e4', '#4a2b33')],
      },
      {
        key: 'uji-gyokuro',
        form: 'gyokuro',
        variants: [v('50g', '#1f3a34', '#b89a55', '#17211e'), v('reserve', '#2a2427', '#b5793c', '#1a1517')],
      },
      {
        key: 'uji-matcha',
        form: 'matcha',
        variants: [v('black', '#2a2826', '#37322e', '#4a3427', '#5a4032'), v('rust', '#9a5a3c', '#a8683f', '#6e3a26', '#5a4032')],
      },
      {
        key: 'uji-hojicha',
        form: 'bag',
        variants: [v('200g', '#b58e63', '#ede3cf', '#4a2818'), v('stems', '#d8cbb2', '#5b3220', '#eadcc4')],
      },
      { key: 'uji-kyusu', form: 'kyusu', variants: [v('tokoname', '#8e4a32'), v('ink', '#33302f'), v('sand', '#c0a283')] },
    ],
  },
  {
    key: 'sumi-paper',
    name: { ja: '墨と紙', en: 'Sumi & Paper', zh: '墨与纸' },
    palette: ['#201f23', '#77726c', '#ece6d9', '#b8402b'],
    products: [
      {
        key: 'sumi-notebook',
        form: 'notebook',
        variants: [
          v('ink', '#2b3a4a', '#efe8d8', 'plain'),
          v('persimmon', '#b4603a', '#f0e6d2', 'waves'),
          v('moss', '#5f6f4c', '#efe8d8', 'hemp'),
        ],
      },
      { key: 'sumi-brush', form: 'brush', variants: [v('vermilion', '#9c2f22'), v('black', '#1c1a1b'), v('pine', '#1f4038')] },
      {
        key: 'sumi-ink',
        form: 'ink',
        variants: [v('night', '#0b101d', '#151416'), v('plum', '#3a1428', '#2a1a1c'), v('moss', '#16281c', '#1d1c18')],
      },
      {
        key: 'sumi-letters',
        form: 'letters',
        variants: [v('shell', '#efe8da', '#b8402b', '#c9bfae'), v('mist', '#cfd6d8', '#33507e', '#b0bcc4')],
      },
      {
        key: 'sumi-incense',
        form: 'incense',
        variants: [
          v('azurite', '#25406c', '#b23f2c', 'hemp'),
          v('shell', '#e0d5bf', '#2b3a55', 'waves'),
          v('pine', '#2b463c', '#c79a4b', 'hemp'),
        ],
      },
    ],
  },
  {
    key: 'aizome-cloth',
    name: { ja: '藍染・川辺', en: 'Aizome Kawabe', zh: '蓝染・川边' },
    palette: ['#152447', '#3f63a0', '#e8e9e2', '#c9a06a'],
    products: [
      {
        key: 'ai-tenugui',
        form: 'tenugui',
        variants: [
          v('hemp', '#1c2f59', '#dfe2dc', 'hemp'),
          v('waves', '#1c2f59', '#dfe2dc', 'waves'),
          v('dots', '#2e4a79', '#e4e6e0', 'dots'),
        ],
      },
      {
        key: 'ai-scarf',
        form: 'scarf',
        variants: [v('dip', '#1a2d56', '#d3dade', 'dip'), v('dots', '#223962', '#d6dcde', 'dots')],
      },
      {
        key: 'ai-apron',
        form: 'apron',
        variants: [v('flax', '#b9a88a', '#efe6d3'), v('indigo', '#283e66', '#d8dcda'), v('charcoal', '#45474b', '#cfcdc6')],
      },
      {
        key: 'ai-tote',
        form: 'tote',
        variants: [
          v('moon', '#20365f', '#e0ddd0', 'circles'),
          v('dip', '#223a66', '#dedbd0', 'dip'),
          v('stripe', '#2a4370', '#dfdcd0', 'stripe'),
        ],
      },
      {
        key: 'ai-furoshiki',
        form: 'furoshiki',
        variants: [
          v('dots', '#213a68', '#dfe1da', 'dots'),
          v('hemp', '#8c3a34', '#ecdcc8', 'hemp'),
          v('plain', '#5c7390', '#dfe5e8', 'plain'),
        ],
      },
    ],
  },
]

export const products: readonly (ProductLook & { shop: string })[] = shops.flatMap(s =>
  s.products.map(p => ({ ...p, shop: s.key })),
)

export function productLook(key: string): ProductLook & { shop: string } {
  const found = products.find(p => p.key === key)
  if (!found) throw new Error(`no product "${key}" in the demo cast`)
  return found
}
