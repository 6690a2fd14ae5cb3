/** The demo's four shops, as their owners would fill the form. */
const returns = {
  en: 'Unused goods can be sent back within 14 days of delivery. We pay the postage when something is broken or wrong.',
  ja: '未使用に限り、お届けから14日以内に返品できます。破損や誤配のときの送料は当店が負担します。',
  zh: '未使用的商品可在送达后14天内退货。破损或发错时，运费由本店承担。',
}
const delivery = {
  en: 'Packed by hand and handed to the carrier on the next working day.',
  ja: '手で包み、翌営業日に運送会社へお渡しします。',
  zh: '手工包装，下一个工作日交给快递。',
}
interface ShopSheet {
  readonly key: string
  readonly slug: string
  readonly name: Record<string, string>
  readonly about: Record<string, string>
  readonly seller: { legalName: string; representative: string; address: string; phone: string; registration: string }
  readonly shippingFee: string
  readonly freeShippingFrom: string
}
const shop = ({ key, slug, name, about, seller, shippingFee, freeShippingFrom }: ShopSheet) => ({
  key,
  owner: { name: seller.representative, handle: slug.replaceAll('-', '_') },
  draft: {
    slug,
    name,
    about,
    country: 'JP',
    currency: 'JPY',
    seller: { ...seller, email: `${slug}@demo.enishi.test`, returns, delivery, taxRegistered: true },
    shippingFee,
    freeShippingFrom,
    dispatchDays: 1,
    deliveryDays: { from: 2, to: 4 },
    returnDays: 14,
  },
})

export const demoShops = [
  shop({
    key: 'hagi-kiln',
    slug: 'hagi-asagama',
    name: { en: 'Hagi Asagama', ja: '萩・朝窯', zh: '萩・朝窑' },
    about: {
      en: 'Two people and one wood kiln in Hagi. We fire four times a year and sell only what we would use.',
      ja: '萩の町はずれ、夫婦ふたりと薪窯ひとつ。年に四度焼き、自分たちが使いたいものだけを出します。',
      zh: '萩城边上，夫妻二人，一座柴窑。一年烧四次，只卖自己也想用的器皿。',
    },
    seller: {
      legalName: '合同会社朝窯',
      representative: '田原 直子',
      address: '山口県萩市椿東1-1-1',
      phone: '0838-00-0001',
      registration: 'T1000000000001',
    },
    shippingFee: '550',
    freeShippingFrom: '11000',
  }),
  shop({
    key: 'uji-leaf',
    slug: 'uji-haoto',
    name: { en: 'Uji Haoto', ja: '宇治・葉音', zh: '宇治・叶音' },
    about: {
      en: 'A tea family in Uji. We steam the leaf on the day it is picked and name the field on every tin.',
      ja: '宇治の茶農家です。摘んだ日に蒸し、缶には畑の名を書きます。',
      zh: '宇治的茶农。当天采，当天蒸，每罐都写着茶园的名字。',
    },
    seller: {
      legalName: '株式会社葉音',
      representative: '西村 健',
      address: '京都府宇治市宇治1-2-3',
      phone: '0774-00-0002',
      registration: 'T1000000000002',
    },
    shippingFee: '440',
    freeShippingFrom: '5400',
  }),
  shop({
    key: 'sumi-paper',
    slug: 'sumi-kami',
    name: { en: 'Sumi & Paper', ja: '墨と紙', zh: '墨与纸' },
    about: {
      en: 'Paper from Echizen, ink from Nara, bound in a small room in Kyoto.',
      ja: '越前の紙と奈良の墨を、京都の小さな部屋で綴じています。',
      zh: '越前的纸，奈良的墨，在京都一间小屋里装订成册。',
    },
    seller: {
      legalName: '墨と紙合同会社',
      representative: '小川 澪',
      address: '京都府京都市上京区1-4-5',
      phone: '075-000-0003',
      registration: 'T1000000000003',
    },
    shippingFee: '330',
    freeShippingFrom: '5500',
  }),
  shop({
    key: 'aizome-cloth',
    slug: 'aizome-kawabe',
    name: { en: 'Aizome Kawabe', ja: '藍染・川辺', zh: '蓝染・川边' },
    about: {
      en: 'Natural indigo, fermented in clay vats, rinsed in the Yoshino river.',
      ja: '土の甕で建てた天然の藍。吉野川の水で洗います。',
      zh: '陶缸发酵的天然蓝靛，用吉野川的水漂洗。',
    },
    seller: {
      legalName: '株式会社川辺藍',
      representative: '川辺 悠',
      address: '徳島県徳島市応神町1-6-7',
      phone: '088-000-0004',
      registration: 'T1000000000004',
    },
    shippingFee: '500',
    freeShippingFrom: '8000',
  }),
]
