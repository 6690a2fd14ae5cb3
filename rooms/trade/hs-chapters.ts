/** The 96 chapters of the Harmonised System (77 is kept free), shortened: number|English|Japanese|Chinese. */
const rows = `
01|Live animals|生きている動物|活动物
02|Meat|肉・食用のくず肉|肉及食用杂碎
03|Fish, shellfish|魚・甲殻類・軟体動物|鱼、甲壳动物、软体动物
04|Dairy, eggs, honey|酪農品・卵・はちみつ|乳品、蛋品、天然蜂蜜
05|Other animal products|その他の動物性生産品|其他动物产品
06|Plants, cut flowers|樹木・植物・切花|活植物、插花
07|Vegetables|野菜|蔬菜
08|Fruit and nuts|果実・ナット|水果及坚果
09|Coffee, tea, spices|コーヒー・茶・香辛料|咖啡、茶、调味香料
10|Cereals|穀物|谷物
11|Flour, malt, starch|穀粉・麦芽・でん粉|制粉产品、麦芽、淀粉
12|Oil seeds, medicinal plants|採油用の種・薬用植物|含油子仁、药用植物
13|Gums, resins, plant extracts|樹脂・植物性エキス|树胶、树脂、植物液汁
14|Plaiting materials of plants|組物用の植物材料|编结用植物材料
15|Fats and oils|油脂・ろう|动植物油脂、蜡
16|Prepared meat and fish|肉・魚の調製品|肉、鱼的制品
17|Sugar and confectionery|砂糖・砂糖菓子|糖及糖食
18|Cocoa and chocolate|ココア・チョコレート|可可及可可制品
19|Bread, biscuits, pasta|穀物の調製品・ベーカリー製品|谷物制品、糕饼点心
20|Prepared vegetables and fruit|野菜・果実の調製品|蔬菜、水果制品
21|Other prepared food|その他の調製食料品|杂项食品
22|Drinks, spirits, vinegar|飲料・アルコール・食酢|饮料、酒及醋
23|Animal feed|飼料|动物饲料
24|Tobacco|たばこ|烟草
25|Salt, stone, cement|塩・土石・セメント|盐、石料、水泥
26|Ores|鉱石|矿砂
27|Mineral fuels and oils|鉱物性燃料・鉱物油|矿物燃料、矿物油
28|Inorganic chemicals|無機化学品|无机化学品
29|Organic chemicals|有機化学品|有机化学品
30|Medicines|医療用品|药品
31|Fertilisers|肥料|肥料
32|Dyes, paints, inks|染料・塗料・インキ|染料、油漆、墨水
33|Perfume, cosmetics, incense|香水・化粧品・香|香水、化妆品、香
34|Soap, detergents, candles|せっけん・洗剤・ろうそく|肥皂、洗涤剂、蜡烛
35|Glues, enzymes, proteins|たんぱく系物質・接着剤・酵素|蛋白类物质、胶、酶
36|Explosives, matches|火薬・マッチ|炸药、火柴
37|Photographic goods|写真用・映画用の材料|照相及电影用品
38|Other chemical products|その他の化学工業品|杂项化学产品
39|Plastics|プラスチック製品|塑料及其制品
40|Rubber|ゴム製品|橡胶及其制品
41|Hides and leather|原皮・革|生皮及皮革
42|Leather goods and bags|革製品・バッグ|皮革制品、箱包
43|Furs|毛皮|毛皮
44|Wood|木材・木製品|木及木制品
45|Cork|コルク|软木
46|Basketware|かご細工・編んだ製品|编结材料制品
47|Pulp|パルプ|木浆
48|Paper|紙・紙製品|纸及纸制品
49|Books and prints|書籍・印刷物|书籍、印刷品
50|Silk|絹|蚕丝
51|Wool|羊毛・獣毛|羊毛、动物毛
52|Cotton|綿|棉花
53|Flax, hemp, paper yarn|麻・紙糸などの植物性繊維|麻等植物纺织纤维
54|Man-made filaments|人造繊維の長繊維|化学纤维长丝
55|Man-made staple fibres|人造繊維の短繊維|化学纤维短纤
56|Felt, twine, ropes|フェルト・ひも・ロープ|毡呢、线绳
57|Carpets|じゅうたん|地毯
58|Lace, embroidery, special fabrics|レース・刺しゅう・特殊織物|花边、刺绣、特种机织物
59|Coated fabrics|塗布した織物|浸渍、涂布的织物
60|Knitted fabrics|メリヤス編物|针织物
61|Knitted clothing|ニット衣類|针织服装
62|Woven clothing|織物の衣類|非针织服装
63|Made-up textiles, towels|その他の繊維製品・タオル|其他纺织制成品、毛巾
64|Footwear|履物|鞋靴
65|Headgear|帽子|帽类
66|Umbrellas, walking sticks|傘・つえ|伞、手杖
67|Feathers, artificial flowers|羽毛・造花|羽毛、人造花
68|Stone and plaster goods|石・プラスター製品|石料、石膏制品
69|Ceramics|陶磁製品|陶瓷产品
70|Glass|ガラス製品|玻璃及其制品
71|Pearls, jewellery|真珠・貴金属・装身具|珍珠、贵金属、首饰
72|Iron and steel|鉄鋼|钢铁
73|Iron and steel goods|鉄鋼製品|钢铁制品
74|Copper goods|銅製品|铜及其制品
75|Nickel goods|ニッケル製品|镍及其制品
76|Aluminium goods|アルミニウム製品|铝及其制品
78|Lead goods|鉛製品|铅及其制品
79|Zinc goods|亜鉛製品|锌及其制品
80|Tin goods|すず製品|锡及其制品
81|Other base metals|その他の卑金属|其他贱金属
82|Tools, knives, cutlery|工具・刃物・食卓用具|工具、刀具、餐具
83|Other metal goods|その他の金属製品|杂项贱金属制品
84|Machines|機械類|机器、机械器具
85|Electrical goods|電気機器|电机、电气设备
86|Railways|鉄道車両|铁道车辆
87|Vehicles|車両|车辆
88|Aircraft|航空機|航空器
89|Ships|船舶|船舶
90|Optical and medical instruments|光学機器・医療機器|光学、医疗仪器
91|Clocks and watches|時計|钟表
92|Musical instruments|楽器|乐器
93|Arms|武器|武器
94|Furniture, lamps|家具・照明器具|家具、灯具
95|Toys, games, sports|玩具・遊戯用具・運動用具|玩具、游戏及运动用品
96|Pens, brushes, other goods|筆記具・ブラシなどの雑品|笔、刷等杂项制品
97|Works of art, antiques|美術品・骨とう|艺术品、古物`

interface Chapter {
  readonly en: string
  readonly ja: string
  readonly zh: string
}
export const hsChapters: ReadonlyMap<string, Chapter> = new Map(
  rows
    .trim()
    .split('\n')
    .map(row => {
      const [chapter = '', en = '', ja = '', zh = ''] = row.split('|')
      return [chapter, { en, ja, zh }]
    }),
)
