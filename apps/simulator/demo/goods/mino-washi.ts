import { colour, type DemoProduct, good, kind, made, material, measures, pattern, size, t } from './words.ts'

const place = made(t('Mino, Gifu', '岐阜県美濃市', '日本岐阜县美浓市'))

export const minoWashi: readonly DemoProduct[] = [
  good(
    'mino-lamp',
    t('Paper lamp', '和紙のあかり', '和纸灯'),
    t(
      'Ribs of split bamboo under one skin of kozo. Enough light to talk by, not to read by. Takes an LED only; a hot bulb scorches it.',
      '割り竹の骨に、楮紙を一枚。話すには足り、読むには足りません。電球はLEDに限ります。',
      '劈竹为骨，糊一层楮纸。够聊天，不够看书。只能用LED，灯泡发热会烤焦。',
    ),
    {
      option: kind,
      variants: {
        round: [t('Round, 28 cm', '丸 28cm', '圆 28厘米'), 12100, 13, 620],
        tall: [t('Tall, 42 cm', '長 42cm', '长 42厘米'), 15400, 8, 840],
        skin: [t('New paper for the round one', '丸 張替え紙', '圆款替换灯纸'), 3850, 20, 90],
      },
      specs: [
        [t('Fitting', '口金', '灯头'), t('E17, LED to 5 W', 'E17、LED 5Wまで', 'E17，LED≤5瓦')],
        [t('Cord', 'コード', '电线'), t('2 m, plug type A', '2m、A型', '2米，A型插头')],
        place,
      ],
      tags: ['lamp', 'paper', '和紙', '和纸', 'bamboo'],
      past: [11000, 13200],
    },
  ),
  good(
    'mino-sheets',
    t('Six dyed sheets', '染め和紙 六枚', '染色和纸 六张'),
    t(
      'Deckle on four sides. Good for binding, lanterns and letters. Ink from a fountain pen spreads; a brush does not mind.',
      '四辺とも耳つき。装丁や灯り、手紙に。万年筆はにじみます。筆なら平気です。',
      '四边毛边。装帧、糊灯、写信都好。钢笔会洇，毛笔没事。',
    ),
    {
      option: colour,
      variants: {
        dusk: [t('Dusk', '夕暮れ', '暮色'), 2640, 26, 90],
        field: [t('Field', '野', '田野'), 2640, 22, 90],
        white: [t('Undyed', '生成り', '本色'), 2090, 31, 90],
      },
      specs: [
        [measures, t('About 64 × 48 cm', '約64×48cm', '约64×48厘米')],
        [material, t('Kozo, plant dyes', '楮、草木染め', '楮皮、植物染')],
        place,
      ],
      tags: ['paper', 'stationery', '和紙', '和纸'],
    },
  ),
  good(
    'mino-fan',
    t('Folding fan', '扇子', '折扇'),
    t(
      'Sixty folds of two papers on twenty-five ribs. For a warm room, not for rain.',
      '二枚合わせの紙を折り、骨は二十五本。暑い部屋に。雨には向きません。',
      '两层纸六十折，二十五骨。热的时候扇，别淋雨。',
    ),
    {
      option: pattern,
      variants: { dusk: [t('Dusk', '夕暮れ', '暮色'), 4620, 17, 60], pine: [t('Pine', '松', '松'), 4620, 14, 60] },
      specs: [[measures, t('22 cm closed', '長さ22cm', '合拢22厘米')], [t('Ribs', '骨', '扇骨'), t('Bamboo', '竹', '竹')], place],
      tags: ['paper', 'fan', 'gift', '扇子'],
    },
  ),
  good(
    'mino-chiyogami',
    t('Printed paper, 30 sheets', '千代紙 三十枚', '千代纸 三十张'),
    t(
      'Three patterns, printed by hand with rice paste. The red can come off on wet fingers.',
      '三柄を、米糊で手刷り。濡れた指には赤が移ることがあります。',
      '三种花样，米糊手印。手湿会沾红。',
    ),
    {
      option: colour,
      variants: {
        festive: [t('Festive', '華', '喜庆'), 1320, 48, 110],
        quiet: [t('Quiet', '静', '素净'), 1320, 35, 110],
        big: [t('Festive, 30 cm', '華 30cm角', '喜庆 30厘米'), 2860, 12, 380],
      },
      specs: [[measures, t('15 cm square', '15cm角', '15厘米见方')], place],
      tags: ['paper', 'origami', '千代紙', 'howto'],
      past: [1210],
    },
  ),
  good(
    'mino-boxes',
    t('Three boxes, one in another', '入れ子の箱', '套盒'),
    t(
      'Board covered with printed paper. They hold letters and tea, not weight: don’t stand on them.',
      '厚紙に千代紙を貼りました。手紙やお茶に。重いものは載せないでください。',
      '硬板裱花纸，装信、装茶叶。不承重，别当凳子。',
    ),
    {
      option: colour,
      variants: { festive: [t('Festive', '華', '喜庆'), 3960, 19, 520], quiet: [t('Quiet', '静', '素净'), 3960, 16, 520] },
      specs: [[measures, t('Largest 24 × 18 × 9 cm', '大24×18×9cm', '大盒24×18×9厘米')], place],
      tags: ['paper', 'gift', '和紙', '收纳'],
    },
  ),
  good(
    'mino-cranes',
    t('Folded cranes', '折り鶴', '纸鹤'),
    t(
      'Folded by my mother at the kitchen table, five an hour. They fade in the sun; that is what paper does.',
      '母が台所で、一時間に五羽。日に当てると褪せます。紙とはそういうものです。',
      '我妈在厨房桌上折的，一小时五只。晒太阳会褪色，纸就是这样。',
    ),
    {
      option: colour,
      variants: {
        festive: [t('Festive, three', '華 三羽', '喜庆 三只'), 990, 40, 30],
        quiet: [t('Quiet, three', '静 三羽', '素净 三只'), 990, 33, 30],
        string: [t('A string of twenty', '二十羽つなぎ', '二十只一串'), 4400, 6, 120],
      },
      specs: [[measures, t('About 12 cm', '約12cm', '约12厘米')], place],
      tags: ['paper', 'origami', 'gift', '折り鶴'],
    },
  ),
  good(
    'mino-screen',
    t('Small folding screen', '豆屏風', '小屏风'),
    t(
      'A sun and a hill on brass leaf. For a shelf; the leaf darkens over the years, more quickly near a kitchen.',
      '洋箔に、日と山。棚の上に。箔は年とともに沈みます。台所の近くでは早く。',
      '铜箔上一轮日、一座山。摆架子上。箔色会慢慢变深，靠近厨房更快。',
    ),
    {
      option: t('Panels', '曲', '扇数'),
      variants: { four: [t('Four', '四曲', '四扇'), 8800, 9, 460], two: [t('Two, silver', '二曲 銀', '两扇 银'), 6600, 12, 280] },
      specs: [[measures, t('Height 18 cm', '高さ18cm', '高18厘米')], [size, t('One', '一隻', '一件')], place],
      tags: ['paper', 'interior', '屏風', '和纸'],
      past: [9350],
    },
  ),
]
