/** The demo's shops, as their owners would fill the form. */
const returns = {
  en: 'Unused goods can be sent back within 14 days of delivery. We pay the postage when something is broken or wrong.',
  ja: '未使用に限り、お届けから14日以内に返品できます。破損や誤配のときの送料は当店が負担します。',
  zh: '未使用的商品可在送达后14天内退货。破损或发错时，运费由本店承担。',
}
/** Of what is eaten or goes on the skin. */
const sealed = {
  en: 'Food and skincare can be sent back within 7 days while sealed. When something arrives broken or spoilt we pay both ways.',
  ja: '食品と化粧品は、未開封に限り7日以内に返品できます。破損や傷みのときは、往復の送料を当店が負担します。',
  zh: '食品和护肤品未开封可在7天内退货。到货破损或变质，来回运费由本店承担。',
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
  readonly returns?: typeof returns
  /** Days in which a lower price brings the difference back. */
  readonly protection?: number
}
const shop = ({ key, slug, name, about, seller, shippingFee, freeShippingFrom, ...own }: ShopSheet) => ({
  key,
  owner: { name: seller.representative, handle: slug.replaceAll('-', '_') },
  draft: {
    slug,
    name,
    about,
    country: 'JP',
    currency: 'JPY',
    seller: { ...seller, email: `${slug}@demo.enishi.test`, returns: own.returns ?? returns, delivery, taxRegistered: true },
    shippingFee,
    freeShippingFrom,
    dispatchDays: 1,
    deliveryDays: { from: 2, to: 4 },
    returnDays: own.returns ? 7 : 14,
    protectionDays: own.protection ?? 0,
  },
})

export const demoShops = [
  shop({
    key: 'hagi-kiln',
    protection: 30,
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
    protection: 14,
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
  shop({
    key: 'yuzu-skin',
    slug: 'yuzu-sato',
    name: { en: 'Yuzu & Sato', ja: '柚と里', zh: '柚与里' },
    about: {
      en: 'A village of nine hundred people and thirty thousand yuzu trees. We use what the juice press throws away.',
      ja: '人は九百、柚子の木は三万の村です。搾り場で捨てられていた皮と種から作ります。',
      zh: '九百人、三万棵柚子树的村子。我们用的是榨汁厂扔掉的皮和籽。',
    },
    seller: {
      legalName: '株式会社柚と里',
      representative: '北川 さとみ',
      address: '高知県安芸郡架空村1-8',
      phone: '0887-00-0005',
      registration: 'T1000000000005',
    },
    shippingFee: '440',
    freeShippingFrom: '6600',
    returns: sealed,
  }),
  shop({
    key: 'sakai-blade',
    slug: 'sakai-hajiro',
    name: { en: 'Sakai Hajiro', ja: '堺・刃白', zh: '堺・刃白' },
    about: {
      en: 'One smith, one grinder, one who fits the handles. Each blade passes three pairs of hands.',
      ja: '鍛冶がひとり、研ぎがひとり、柄付けがひとり。一本が三人の手を渡ります。',
      zh: '一人打铁，一人开刃，一人装柄。每把刀过三双手。',
    },
    seller: {
      legalName: '有限会社刃白',
      representative: '辻 正和',
      address: '大阪府堺市堺区架空町2-9',
      phone: '072-000-0006',
      registration: 'T1000000000006',
    },
    shippingFee: '660',
    freeShippingFrom: '16500',
  }),
  shop({
    key: 'kaga-sweets',
    slug: 'kaga-hanaka',
    name: { en: 'Kaga Hanaka', ja: '加賀・花菓', zh: '加贺・花菓' },
    about: {
      en: 'Fourth generation, five people, up at four. What is not sold by evening we eat ourselves.',
      ja: '四代目、五人、朝は四時から。夕方に残ったものは、自分たちで食べます。',
      zh: '第四代，五个人，早上四点开工。晚上没卖完的，我们自己吃。',
    },
    seller: {
      legalName: '合名会社花菓',
      representative: '松任 千代',
      address: '石川県金沢市架空町3-10',
      phone: '076-000-0007',
      registration: 'T1000000000007',
    },
    shippingFee: '880',
    freeShippingFrom: '8640',
    returns: sealed,
  }),
  shop({
    key: 'awaji-incense',
    slug: 'awaji-kaoruya',
    name: { en: 'Awaji Kaoruya', ja: '淡路・薫屋', zh: '淡路・薰屋' },
    about: {
      en: 'An island where the west wind dries the sticks. We have three winds and eleven woods.',
      ja: '西風が線香を乾かす島です。風は三つ、香木は十一。',
      zh: '西风吹干线香的小岛。三种风，十一种香木。',
    },
    seller: {
      legalName: '株式会社薫屋',
      representative: '薫 航平',
      address: '兵庫県淡路市架空4-11',
      phone: '0799-00-0008',
      registration: 'T1000000000008',
    },
    shippingFee: '330',
    freeShippingFrom: '5500',
  }),
  shop({
    key: 'mino-washi',
    slug: 'mino-shito',
    name: { en: 'Mino Shito', ja: '美濃・紙灯', zh: '美浓・纸灯' },
    about: {
      en: 'Paper from the Itadori river, and lamps for people who find their rooms too bright.',
      ja: '板取川の水で紙を漉き、部屋が明るすぎる人のために灯りを作ります。',
      zh: '用板取川的水抄纸，给嫌屋里太亮的人做灯。',
    },
    seller: {
      legalName: '紙灯合同会社',
      representative: '古川 灯',
      address: '岐阜県美濃市架空5-12',
      phone: '0575-00-0009',
      registration: 'T1000000000009',
    },
    shippingFee: '660',
    freeShippingFrom: '11000',
  }),
  shop({
    key: 'takaoka-tin',
    slug: 'takaoka-suzune',
    name: { en: 'Takaoka Suzune', ja: '高岡・錫音', zh: '高冈・锡音' },
    about: {
      en: 'A foundry that cast temple bells for two hundred years and now mostly casts cups.',
      ja: '二百年、梵鐘を鋳てきました。いまはもっぱら盃です。',
      zh: '铸了两百年寺钟的作坊，现在主要铸酒杯。',
    },
    seller: {
      legalName: '株式会社錫音',
      representative: '鋳山 響',
      address: '富山県高岡市架空町6-13',
      phone: '0766-00-0010',
      registration: 'T1000000000010',
    },
    shippingFee: '550',
    freeShippingFrom: '11000',
  }),
  shop({
    key: 'toyooka-bag',
    protection: 30,
    slug: 'toyooka-hotokawa',
    name: { en: 'Toyooka Sail & Hide', ja: '豊岡・帆と革', zh: '丰冈・帆与革' },
    about: {
      en: 'Six people who sew bags and mend them. Send yours back when a seam gives; the first repair is free.',
      ja: '鞄を縫い、直す六人です。ほつれたら送ってください。最初の修理は無料です。',
      zh: '六个人做包，也修包。线开了寄回来，头一次修理免费。',
    },
    seller: {
      legalName: '株式会社帆と革',
      representative: '但馬 剛',
      address: '兵庫県豊岡市架空7-14',
      phone: '0796-00-0011',
      registration: 'T1000000000011',
    },
    shippingFee: '770',
    freeShippingFrom: '16500',
  }),
  shop({
    key: 'hida-toys',
    slug: 'hida-kiasobi',
    name: { en: 'Hida Kiasobi', ja: '飛騨・木遊び', zh: '飞驒・木游' },
    about: {
      en: 'Offcuts of a chair maker, turned into toys. Every piece has been dropped on purpose.',
      ja: '椅子屋の端材から生まれたおもちゃです。どれも一度、わざと落として確かめます。',
      zh: '用椅子厂的边角料做玩具。每一件都故意摔过一次。',
    },
    seller: {
      legalName: '飛騨木遊び合同会社',
      representative: '白川 杏',
      address: '岐阜県高山市架空町8-15',
      phone: '0577-00-0012',
      registration: 'T1000000000012',
    },
    shippingFee: '550',
    freeShippingFrom: '8800',
  }),
]
