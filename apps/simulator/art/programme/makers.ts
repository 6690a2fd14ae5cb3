import { plane } from '../flat/craft-bench.ts'
import { petals } from '../flat/craft-edge.ts'
import { casting, forge } from '../flat/craft-fire.ts'
import { grove } from '../flat/craft-hand.ts'
import { stitch } from '../flat/craft-leather.ts'
import { vat } from '../flat/craft-paper.ts'
import { moonSmoke } from '../flat/craft-smoke.ts'
import { filmed } from '../flat/scene.ts'
import { shown } from '../scenes/product.ts'
import { type Entry, w } from './entry.ts'

/** How things are made, by those who make them. */
export const makersClips: readonly Entry[] = [
  {
    key: 'kaga-chrysanthemum',
    kind: 'shop',
    by: { shop: 'kaga-sweets' },
    products: ['kaga-namagashi'],
    caption: w(
      'Forty petals, no mould. #wagashi #sweets',
      '花びら四十枚、型は使いません。 #和菓子 #練り切り',
      '四十片花瓣，不用模具。 #和果子 #点心',
    ),
    shots: [
      [
        filmed(petals, 3),
        w('White bean, sugar, a little rice flour.', '白あんと砂糖と、求肥をすこし。', '白豆沙、糖，再加一点求肥。'),
      ],
      [filmed(petals, 2, [0, -40, 1.7], [0, -30, 1.6], 2.9), w('Each petal is one cut.', '一枚ずつ、ひと切り。', '一刀一片。')],
      [shown('kaga-namagashi', 2.4, { seed: 3 }), w('Eat it the day it comes.', '届いた日に召し上がって。', '收到当天就吃。')],
    ],
    mood: 'calm',
    sounds: [
      { at: 0.6, kind: 'drop', gain: 0.6 },
      { at: 2, kind: 'drop', gain: 0.6 },
      { at: 5.1, kind: 'wood', gain: 0.6 },
    ],
  },
  {
    key: 'sakai-forge',
    kind: 'shop',
    by: { shop: 'sakai-blade' },
    products: ['sakai-santoku', 'sakai-yanagiba'],
    caption: w(
      'Soft iron, hard steel, one fire. #knives #forge',
      '軟鉄と鋼を、ひとつの火で。 #包丁 #鍛冶',
      '软铁与钢，同一炉火。 #厨刀 #锻造',
    ),
    shots: [
      [filmed(forge, 3.3), w('Two metals, one heat.', '二つの鉄を、一つの火で。', '两种铁，一炉火。')],
      [
        filmed(forge, 2.2, [90, 170, 1.9], [80, 160, 1.8], 3.3),
        w('The colour says when to stop.', '色が、やめどきを教えます。', '看颜色，就知道何时停。'),
      ],
      [
        shown('sakai-santoku', 2.4, { seed: 4 }),
        w('This one will see your kitchen.', 'この一本が、台所へ行きます。', '这把，会去你的厨房。'),
      ],
    ],
    mood: 'fire',
    sounds: [0.78, 1.88, 2.98, 4.08, 5.18].map(at => ({ at, kind: 'hammer' as const })),
  },
  {
    key: 'yuzu-grove',
    kind: 'shop',
    by: { shop: 'yuzu-skin' },
    products: ['yuzu-soap', 'yuzu-lotion'],
    caption: w(
      'Picked by hand, because of the thorns. #yuzu #skincare',
      '棘があるので、手で摘みます。 #柚子 #スキンケア',
      '因为有刺，只能手摘。 #柚子 #护肤',
    ),
    shots: [
      [filmed(grove, 3.4), w('Our trees are older than the shop.', '木のほうが、店より年上です。', '树比店还老。')],
      [
        filmed(grove, 1.9, [-60, 40, 1.8], [-40, 30, 1.7], 4),
        w('We press the peel, not the juice.', '搾るのは果汁ではなく、皮。', '榨的是皮，不是汁。'),
      ],
      [shown('yuzu-soap', 2.4, { seed: 5 }), w('That is what you smell.', '香りは、そこから。', '香气就从这里来。')],
    ],
    mood: 'morning',
    sounds: [{ at: 2.5, kind: 'cloth', length: 0.7, gain: 1.4 }],
  },
  {
    key: 'mino-vat',
    kind: 'shop',
    by: { shop: 'mino-washi' },
    products: ['mino-sheets', 'mino-lamp'],
    caption: w(
      'A sheet is water that let go. #washi #paper',
      '紙は、手を離した水です。 #和紙 #紙漉き',
      '纸，是松手的水。 #和纸 #抄纸',
    ),
    shots: [
      [filmed(vat, 3.2), w('Long fibres, cold water.', '長い繊維と、冷たい水。', '长纤维，冷水。')],
      [
        filmed(vat, 2, [0, -70, 1.4], [0, -80, 1.35], 3.4),
        w('Forwards, back, and up.', '前へ、後ろへ、そして上へ。', '向前，向后，然后提起。'),
      ],
      [
        shown('mino-sheets', 2.4, { seed: 6 }),
        w('It dries on a board for a day.', '板の上で、一日乾かします。', '在木板上晾一天。'),
      ],
    ],
    mood: 'calm',
    sounds: [
      { at: 0.4, kind: 'pour', length: 1.3 },
      { at: 2, kind: 'pour', length: 1.2 },
      { at: 3.6, kind: 'pour', length: 1.5 },
    ],
  },
  {
    key: 'suzu-casting',
    kind: 'shop',
    by: { shop: 'takaoka-tin' },
    products: ['suzu-katakuchi', 'suzu-dish'],
    caption: w(
      'Pure tin melts at 232 degrees. It is soft for ever after. #tin #sake',
      '純錫は二百三十二度で溶け、ずっと柔らかい。 #錫 #酒器',
      '纯锡二百三十二度熔化，之后一直柔软。 #锡器 #酒器',
    ),
    shots: [
      [filmed(casting, 3.4), w('It pours like milk.', '牛乳のように流れます。', '倒起来像牛奶。')],
      [
        filmed(casting, 1.8, [-20, 60, 1.8], [0, 50, 1.7], 2.6),
        w('Ten seconds, and it is solid.', '十秒で固まります。', '十秒就凝固。'),
      ],
      [shown('suzu-katakuchi', 2.4, { seed: 8 }), w('You can bend it with your thumbs.', '親指で曲がります。', '用拇指就能弯。')],
    ],
    mood: 'fire',
    sounds: [
      { at: 0.5, kind: 'pour', length: 2.6, gain: 1.2 },
      { at: 5.4, kind: 'bell', note: 91 },
    ],
  },
  {
    key: 'awaji-moon',
    kind: 'shop',
    by: { shop: 'awaji-incense' },
    products: ['awaji-sticks', 'awaji-holder'],
    caption: w(
      'One stick is as long as one cup of tea. #incense #night',
      '一本は、お茶一杯の長さ。 #お香 #夜',
      '一支香，一杯茶的时间。 #线香 #夜晚',
    ),
    shots: [
      [filmed(moonSmoke, 3.6), w('Sandalwood, then a little plum.', '白檀、あとから梅。', '先是檀香，然后有点梅。')],
      [
        filmed(moonSmoke, 1.9, [-110, -20, 1.7], [-100, -40, 1.65], 3.6),
        w('Open the window a hand wide.', '窓は、手のひら一つぶん。', '窗开一掌宽。'),
      ],
      [
        shown('awaji-sticks', 2.3, { seed: 9 }),
        w('Thirty minutes, very little ash.', '三十分、灰はわずか。', '三十分钟，几乎没有灰。'),
      ],
    ],
    mood: 'night',
    sounds: [{ at: 0.2, kind: 'bell', note: 79, gain: 1.1 }],
  },
  {
    key: 'toyo-stitch',
    kind: 'shop',
    by: { shop: 'toyooka-bag' },
    products: ['toyo-shoulder', 'toyo-briefcase'],
    caption: w(
      'Two needles, one thread. If one stitch breaks, the rest hold. #leather #bags',
      '針二本、糸一本。一目切れても、ほどけません。 #鞄 #革',
      '两根针，一根线。断一针，其余不散。 #皮具 #包',
    ),
    shots: [
      [filmed(stitch, 3.3), w('Two needles, one thread.', '針は二本、糸は一本。', '两根针，一根线。')],
      [
        filmed(stitch, 2, [80, 30, 1.7], [80, 60, 1.6], 3.3),
        w('Pull until the leather says so.', '革が鳴るまで引きます。', '拉到皮子出声。'),
      ],
      [shown('toyo-shoulder', 2.4, { seed: 11 }), w('We repair it, always.', '修理は、ずっと承ります。', '终身可修。')],
    ],
    mood: 'calm',
    sounds: [0.5, 1.4, 2.3, 3.6, 4.5].map(at => ({ at, kind: 'cloth' as const, length: 0.5, gain: 1.2 })),
  },
  {
    key: 'hida-plane',
    kind: 'shop',
    by: { shop: 'hida-toys' },
    products: ['hida-blocks', 'hida-train'],
    caption: w(
      'No sandpaper. A sharp plane is softer. #wood #toys',
      '紙やすりは使いません。かんなのほうが滑らか。 #木のおもちゃ #飛騨',
      '不用砂纸，刨子更光滑。 #木玩 #飞驒',
    ),
    shots: [
      [filmed(plane, 3.3), w('A curl you can read through.', '向こうが透ける、かんな屑。', '刨花薄得能透字。')],
      [
        filmed(plane, 1.9, [20, 30, 1.6], [-20, 20, 1.55], 1.5),
        w('Beech, from behind the workshop.', '工房の裏山のブナ。', '工坊后山的山毛榉。'),
      ],
      [
        shown('hida-blocks', 2.4, { seed: 12 }),
        w('Lick it if you are one year old.', '一歳なら、なめても大丈夫。', '一岁的可以舔。'),
      ],
    ],
    mood: 'play',
    sounds: [
      { at: 0.2, kind: 'brush', length: 1.1, gain: 3 },
      { at: 2, kind: 'brush', length: 1.1, gain: 3 },
      { at: 5.4, kind: 'clack' },
      { at: 5.9, kind: 'clack', gain: 0.7 },
    ],
  },
]
