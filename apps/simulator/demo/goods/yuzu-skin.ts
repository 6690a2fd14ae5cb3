import { type DemoProduct, good, kind, made, material, size, t } from './words.ts'

const place = made(t('Kochi', '高知県', '日本高知县'))
const inside = t('Ingredients', '全成分', '全成分')
const lasts = t('After opening', '開封後', '开封后')

export const yuzuSkin: readonly DemoProduct[] = [
  good(
    'yuzu-oil',
    t('Yuzu seed face oil', '柚子種のフェイスオイル', '柚子籽面部油'),
    t(
      'Pressed from the seeds that the juice press leaves behind. Three drops on wet skin are enough; more will only sit there. If your skin turns red with citrus, leave it.',
      '果汁を搾ったあとに残る種から、ゆっくり搾りました。濡れた肌に三滴で十分。柑橘で赤くなる方には向きません。',
      '榨汁剩下的柚子籽，慢慢冷压出油。湿脸三滴就够，多了浮在表面。对柑橘过敏的人请不要用。',
    ),
    {
      option: size,
      variants: { '30ml': [t('30 ml', '30ml', '30毫升'), 4840, 40, 120], '15ml': [t('15 ml', '15ml', '15毫升'), 2860, 25, 80] },
      specs: [
        [
          inside,
          t('Yuzu seed oil, camellia oil, vitamin E', 'ユズ種子油、ツバキ種子油、トコフェロール', '柚子籽油、山茶籽油、生育酚'),
        ],
        [lasts, t('6 months, out of the sun', '六か月（日光を避けて）', '6个月，避光')],
        place,
      ],
      tags: ['yuzu', 'oil', '柚子', 'gift'],
      past: [4400, 5280],
    },
  ),
  good(
    'yuzu-lotion',
    t('Yuzu water lotion', '柚子水の化粧水', '柚子纯露化妆水'),
    t(
      'Distilled from peel, thin as water, almost without scent after a minute. It will not replace a cream in winter.',
      '皮を蒸した蒸留水です。さらりとして、香りは一分ほどで消えます。冬はこれだけでは足りません。',
      '用果皮蒸馏的纯露，质地像水，一分钟后几乎没味道。冬天光靠它不够，得再涂面霜。',
    ),
    {
      option: kind,
      variants: {
        fresh: [t('Fresh, 120 ml', 'さっぱり 120ml', '清爽 120毫升'), 3300, 36, 260],
        rich: [t('Rich, 120 ml', 'しっとり 120ml', '滋润 120毫升'), 3520, 30, 270],
        refill: [t('Fresh, refill 240 ml', 'さっぱり 詰替240ml', '清爽 替换装240毫升'), 4950, 18, 290],
      },
      specs: [
        [
          inside,
          t(
            'Yuzu fruit water, glycerin, rice bran extract',
            'ユズ果実水、グリセリン、コメヌカエキス',
            '柚子果水、甘油、米糠提取物',
          ),
        ],
        [lasts, t('4 months', '四か月', '4个月')],
        place,
      ],
      tags: ['yuzu', 'lotion', '柚子', 'bath'],
    },
  ),
  good(
    'yuzu-cream',
    t('Yuzu and rice cream', '柚子と米ぬかのクリーム', '柚子米糠面霜'),
    t(
      'A dense cream in a glass jar with a cedar lid. It needs warming between the palms first. Too heavy for an oily face in summer.',
      'ガラスの器に杉の蓋。手のひらで温めてから伸ばします。夏の脂っぽい肌には重いです。',
      '玻璃罐配杉木盖。先在掌心捂热再推开。油皮夏天用会偏厚。',
    ),
    {
      option: kind,
      variants: {
        day: [t('Day, 50 g', '昼 50g', '日霜 50克'), 4400, 28, 240],
        night: [t('Night, 50 g', '夜 50g', '晚霜 50克'), 4950, 14, 240],
      },
      specs: [
        [
          inside,
          t('Rice bran oil, shea butter, yuzu ceramide', 'コメヌカ油、シア脂、ユズ果実エキス', '米糠油、乳木果脂、柚子果提取物'),
        ],
        [material, t('Glass, cedar; do not wet the lid', 'ガラス、杉（蓋は濡らさない）', '玻璃、杉木（盖子勿沾水）')],
        place,
      ],
      tags: ['yuzu', 'cream', '柚子'],
    },
  ),
  good(
    'yuzu-soap',
    t('Cold-process soap', 'コールドプロセス石けん', '冷制手工皂'),
    t(
      'Left to dry for forty days. It lathers small and rinses clean. It goes soft if it lies in water, so use a dish with slats.',
      '四十日かけて乾かしました。泡は細かく、すっと落ちます。水に浸かると溶けるので、すのこの皿へ。',
      '晾足四十天。泡沫细，冲得净。泡在水里会软烂，请放在沥水皂盒上。',
    ),
    {
      option: kind,
      variants: {
        yuzu: [t('Yuzu peel', '柚子皮', '柚子皮'), 1320, 60, 100],
        charcoal: [t('Charcoal', '竹炭', '竹炭'), 1320, 44, 100],
        rice: [t('Rice bran, no scent', '米ぬか・無香', '米糠 无香'), 1210, 38, 100],
        three: [t('All three', '三個組', '三块装'), 3630, 20, 300],
      },
      specs: [
        [t('Weight', '重さ', '重量'), t('95 g, lighter as it dries', '約95g（乾くと軽くなります）', '约95克，会越放越轻')],
        place,
      ],
      tags: ['yuzu', 'soap', 'bath', 'gift', '石けん'],
      past: [1430],
    },
  ),
  good(
    'yuzu-balm',
    t('Hand and lip balm', '手と唇のバーム', '护手润唇膏'),
    t(
      'Beeswax and seed oil, nothing that needs a chemist. Melts above thirty-five degrees: not for the car in August.',
      '蜜蝋と種の油だけ。三十五度で溶けるので、真夏の車内には置かないでください。',
      '只有蜂蜡和籽油。三十五度以上会化，夏天别放车里。',
    ),
    {
      option: kind,
      variants: {
        peel: [t('Yuzu peel', '柚子', '柚子'), 1650, 70, 45],
        hinoki: [t('Hinoki', '檜', '桧木'), 1650, 33, 45],
        plain: [t('No scent', '無香', '无香'), 1540, 0, 45],
      },
      specs: [
        [size, t('25 g', '25g', '25克')],
        [inside, t('Beeswax, yuzu seed oil, olive oil', 'ミツロウ、ユズ種子油、オリーブ油', '蜂蜡、柚子籽油、橄榄油')],
        place,
      ],
      tags: ['yuzu', 'balm', 'gift', '柚子'],
    },
  ),
  good(
    'yuzu-salt',
    t('Yuzu bath salt', '柚子の湯塩', '柚子浴盐'),
    t(
      'Sea salt from Muroto with dried peel. One spoon a bath. Salt can mark metal fittings and is not for baths that heat the water again.',
      '室戸の海の塩に、干した皮を合わせました。ひと匙で一回分。追い焚きの風呂には使えません。',
      '室户海盐加晒干的柚子皮，一勺泡一次。循环加热的浴缸不能用，金属件可能留痕。',
    ),
    {
      option: kind,
      variants: {
        yuzu: [t('Yuzu, 300 g', '柚子 300g', '柚子 300克'), 1980, 32, 620],
        hinoki: [t('Hinoki, 300 g', '檜 300g', '桧木 300克'), 1980, 20, 620],
        pouch: [t('Yuzu, one bath', '柚子 一回分', '柚子 一次量'), 330, 120, 40],
      },
      specs: [[inside, t('Sea salt, yuzu peel', '海塩、ユズ果皮', '海盐、柚子果皮')], place],
      tags: ['yuzu', 'bath', '入浴', '泡澡'],
    },
  ),
  good(
    'yuzu-mist',
    t('Room and pillow mist', '部屋と枕のミスト', '室内枕边喷雾'),
    t(
      'Alcohol from sugar cane and peel oil. Gone in an hour. Keep it off silk and polished wood, it leaves rings.',
      'さとうきびのアルコールと皮の精油。一時間で消えます。絹や塗りの家具には輪じみが残ります。',
      '甘蔗酒精和果皮精油，一小时就散。别喷丝绸和漆面，会留圈。',
    ),
    {
      option: kind,
      variants: {
        morning: [t('Morning', '朝', '清晨'), 2420, 26, 150],
        night: [t('Night', '夜', '夜晚'), 2420, 21, 150],
        pair: [t('Both', '二本組', '两支装'), 4400, 10, 300],
      },
      specs: [[size, t('60 ml each', '各60ml', '每支60毫升')], place],
      tags: ['yuzu', 'scent', 'gift', '香り'],
      past: [2640],
    },
  ),
]
