import { allergens, type DemoProduct, good, keeps, kind, made, size, t } from './words.ts'

const place = made(t('Kanazawa, Ishikawa', '石川県金沢市', '日本石川县金泽市'))
const none = t('None of the 28', '特定原材料等28品目なし', '不含28种标示过敏原')
const wheatEggs = t('Wheat, eggs', '小麦、卵', '小麦、鸡蛋')
const days = (n: number, note: [string, string, string] = ['', '', '']) =>
  t(`${n} days${note[0]}`, `${n}日${note[1]}`, `${n}天${note[2]}`)

export const kagaSweets: readonly DemoProduct[] = [
  good(
    'kaga-namagashi',
    t('Four sweets of the season', '季節の上生菓子 四個', '季节上生果子 四枚'),
    t(
      'White bean paste, shaped by hand the morning it leaves us. Eat it within two days with something bitter. It does not travel abroad.',
      '送り出す朝に、白あんを手で形にします。二日のうちに、渋いお茶と。海外へはお送りできません。',
      '白豆沙，寄出当天早上手捏。两天内吃完，配苦一点的茶。不寄海外。',
    ),
    {
      option: t('Season', '季', '季节'),
      variants: { spring: [t('Spring', '春', '春'), 2160, 16, 320], autumn: [t('Autumn', '秋', '秋'), 2160, 8, 320] },
      specs: [[keeps, days(2, [', chilled', '（冷蔵）', '（冷藏）'])], [allergens, t('Yam', 'やまいも', '山药')], place],
      tags: ['wagashi', '和菓子', '和果子', 'tea', 'matcha'],
      past: [1980],
    },
  ),
  good(
    'kaga-yokan',
    t('Yokan', '羊羹', '羊羹'),
    t(
      'Red beans, sugar and agar, stirred for three hours. Very sweet: a finger’s width is a serving.',
      '小豆と砂糖と寒天だけを三時間練ります。しっかり甘いので、指一本の幅でどうぞ。',
      '红豆、砂糖、寒天，熬三小时。很甜，一指宽就是一份。',
    ),
    {
      option: kind,
      variants: {
        chestnut: [t('Chestnut', '栗', '栗子'), 1944, 30, 420],
        matcha: [t('Matcha', '抹茶', '抹茶'), 1836, 26, 400],
        plain: [t('Red bean', '小豆', '红豆'), 1620, 34, 400],
      },
      specs: [[keeps, days(60, [', closed', '（未開封）', '（未开封）'])], [allergens, none], place],
      tags: ['wagashi', '和菓子', 'tea', 'gift', '羊羹'],
    },
  ),
  good(
    'kaga-konpeito',
    t('Konpeito', '金平糖', '金平糖'),
    t(
      'Sixteen days in a turning pan for one star. Only sugar, water and colour from plants. Not for anybody who counts sugar.',
      '釜を回して十六日、ようやく一粒。砂糖と水と、植物の色だけです。糖を控える方にはおすすめしません。',
      '转锅十六天才长成一颗星。只有糖、水和植物色素。控糖的人别买。',
    ),
    {
      option: kind,
      variants: {
        mixed: [t('Five colours, 80 g', '五色 80g', '五色 80克'), 972, 55, 130],
        yuzu: [t('Yuzu, 80 g', '柚子 80g', '柚子 80克'), 1080, 28, 130],
        box: [t('Five colours in a paper box', '五色 紙箱入り', '五色 纸盒装'), 1620, 19, 180],
      },
      specs: [[keeps, days(365)], [allergens, none], place],
      tags: ['sweets', '和菓子', 'gift', '金平糖'],
    },
  ),
  good(
    'kaga-dorayaki',
    t('Dorayaki', 'どら焼き', '铜锣烧'),
    t(
      'Baked on copper, filled while it is warm. Best on the second day, when the skin has taken up the bean. After day five it is dry.',
      '銅板で焼き、温かいうちに餡を挟みます。食べ頃は二日目。五日を過ぎると、ぱさつきます。',
      '铜板烤皮，趁热夹馅。第二天最好吃，皮吸了豆香。过了五天就干了。',
    ),
    {
      option: kind,
      variants: {
        azuki: [t('Red bean, five', '小豆 五個', '红豆 五枚'), 1350, 24, 480],
        matcha: [t('Matcha, five', '抹茶 五個', '抹茶 五枚'), 1512, 15, 480],
        ten: [t('Red bean, ten in a box', '小豆 十個箱入り', '红豆 十枚礼盒'), 2916, 9, 980],
      },
      specs: [[keeps, days(5)], [allergens, wheatEggs], place],
      tags: ['sweets', '和菓子', 'tea', 'どら焼き'],
      past: [1296],
    },
  ),
  good(
    'kaga-dango',
    t('Dango on skewers', '串団子', '串团子'),
    t(
      'Rice flour pounded and boiled today. Hard by tomorrow evening; ten seconds over a flame brings it back a little.',
      '今日ついて、今日茹でます。明日の晩には固くなります。火で十秒あぶると、少し戻ります。',
      '当天捣，当天煮。第二天晚上就硬了，火上烤十秒能救回一点。',
    ),
    {
      option: kind,
      variants: {
        three: [t('Three colours, six', '三色 六本', '三色 六串'), 1080, 18, 420],
        mitarashi: [t('Sweet soy, six', 'みたらし 六本', '酱油甜汁 六串'), 1188, 12, 460],
      },
      specs: [
        [keeps, days(1)],
        [allergens, t('Soy, wheat (sweet soy)', '大豆、小麦（みたらし）', '大豆、小麦（酱油款）')],
        place,
      ],
      tags: ['sweets', '和菓子', '団子', '和果子'],
    },
  ),
  good(
    'kaga-higashi',
    t('Pressed sugar', '落雁と干菓子', '落雁干果子'),
    t(
      'Rice flour and fine sugar in wooden moulds of our grandfather. Dry on the tongue: it wants tea.',
      '祖父の木型で打ちます。口のなかで乾くので、必ずお茶と一緒に。',
      '用爷爷留下的木模压的。很干，一定要配茶。',
    ),
    {
      option: t('Season', '季', '季节'),
      variants: {
        spring: [t('Spring, twelve', '春 十二個', '春 十二枚'), 1296, 33, 180],
        winter: [t('Winter, twelve', '冬 十二個', '冬 十二枚'), 1296, 21, 180],
      },
      specs: [[keeps, days(90)], [allergens, none], place],
      tags: ['sweets', 'matcha', 'gift', '干菓子'],
    },
  ),
  good(
    'kaga-monaka',
    t('Monaka to fill yourself', '手詰め最中', '自己填的最中'),
    t(
      'Wafers and paste come apart, so that the wafer cracks. Fill it and eat it: it is soft after five minutes.',
      '皮と餡は別々に。詰めてすぐが、ぱりぱりです。五分で湿ります。',
      '饼壳和豆馅分开装，现填现吃才脆，五分钟就回潮。',
    ),
    {
      option: size,
      variants: {
        six: [t('Six', '六組', '六份'), 1404, 27, 330],
        ten: [t('Ten, pink and white', '紅白 十組', '红白 十份'), 2268, 14, 540],
        one: [t('One, to try', 'お試し 一組', '单份试吃'), 270, 60, 60],
      },
      specs: [[keeps, days(30)], [allergens, none], place],
      tags: ['sweets', '和菓子', 'howto', '最中'],
      past: [1512],
    },
  ),
]
