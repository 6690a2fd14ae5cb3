/** People of the demo: who they are, and which tags they like; the everyday ones also post. */
export interface DemoPerson {
  readonly handle: string
  readonly name: string
  readonly language: 'en' | 'ja' | 'zh'
  readonly likes: readonly string[]
}
export const demoPeople: readonly DemoPerson[] = [
  { handle: 'lin_xiaoman', name: '林小满', language: 'zh', likes: ['hagi', '萩烧', 'tea'] },
  { handle: 'mori_haruka', name: '森 春香', language: 'ja', likes: ['indigo', '藍染', 'cat'] },
  { handle: 'daniel_okafor', name: 'Daniel Okafor', language: 'en', likes: ['stationery', 'ink', 'washi'] },
  { handle: 'chen_yu', name: '陈屿', language: 'zh', likes: ['tea', 'sencha', 'matcha'] },
  { handle: 'sato_ren', name: '佐藤 蓮', language: 'ja', likes: ['hagi', 'sake', 'うつわ'] },
  { handle: 'amelia_hart', name: 'Amelia Hart', language: 'en', likes: ['indigo', 'tote', 'gift'] },
  { handle: 'wang_qing', name: '王青', language: 'zh', likes: ['incense', 'gift', '手工陶器'] },
  { handle: 'kimura_aoi', name: '木村 葵', language: 'ja', likes: ['matcha', '淹れ方', '文房具'] },
  { handle: 'jonas_weber', name: 'Jonas Weber', language: 'en', likes: ['pottery', 'tea', 'howto'] },
  { handle: 'zhao_mei', name: '赵梅', language: 'zh', likes: ['indigo', '蓝染', 'tenugui'] },
  { handle: 'ito_sora', name: '伊藤 空', language: 'ja', likes: ['書道', 'ink', 'letters'] },
  { handle: 'grace_lee', name: 'Grace Lee', language: 'en', likes: ['hagi', 'howto', 'matcha'] },
]

type Words = Readonly<Record<'en' | 'ja' | 'zh', string>>
/** What buyers say, by stars: reviews disagree, and say why. */
export const reviewWords: Readonly<Record<string, readonly (readonly [number, Words])[]>> = {
  'hagi-cup': [
    [
      5,
      {
        en: 'Bought one for work, came back for a second. It keeps its warmth and never burns my fingers.',
        ja: '職場用に一つ買い、もう一つ買い足しました。冷めにくく、持っても熱くありません。',
        zh: '先买了一个放办公室，又回购一个。保温，端着不烫手。',
      },
    ],
    [
      4,
      {
        en: 'Lovely, a little smaller than it looks in the picture.',
        ja: 'とてもよいですが、写真で見るより少し小ぶりです。',
        zh: '裂纹越用越好看。比图片略小一点。',
      },
    ],
    [
      3,
      {
        en: 'Mine arrived paler than the picture. Grew on me, but be warned.',
        ja: '写真より色が淡く届きました。慣れましたが、ご注意を。',
        zh: '颜色比照片浅，用久了还行。',
      },
    ],
  ],
  'uji-sencha': [
    [
      5,
      {
        en: 'Sweet and green. The card with the field name is a nice touch.',
        ja: '甘くて青い。畑の名前のカードがうれしい。',
        zh: '鲜甜，附了茶园的卡片，很用心。',
      },
    ],
    [4, { en: 'Good tea; the tin dents easily.', ja: 'お茶はおいしいです。缶がへこみやすい。', zh: '茶好，罐子容易磕凹。' }],
  ],
  'ai-tote': [
    [
      5,
      {
        en: 'Carried it all summer, the handles never slipped.',
        ja: 'ひと夏使いました。持ち手がずれません。',
        zh: '背了一夏天，提手不滑。',
      },
    ],
    [
      2,
      {
        en: 'Rubbed off on my white shirt before I read the note. Wash it first.',
        ja: '注意書きを読む前に白いシャツに色が移りました。先に洗うべきです。',
        zh: '没先洗就背，染到了白衬衫。',
      },
    ],
  ],
  'sumi-notebook': [
    [5, { en: 'Third one. Nothing bleeds through.', ja: '三冊目です。裏抜けしません。', zh: '第三本了，完全不洇。' }],
  ],
  'sumi-incense': [
    [
      4,
      {
        en: 'Calm, woody. The box is too pretty to throw away.',
        ja: '落ち着いた木の香り。箱が捨てられません。',
        zh: '木香安静，盒子舍不得扔。',
      },
    ],
    [3, { en: 'Nice but weaker than I hoped.', ja: 'よい香りですが、思ったより弱め。', zh: '香味比想象的淡。' }],
  ],
  'hagi-sake': [
    [5, { en: 'The flask keeps warm through a whole dinner.', ja: '食事のあいだ燗が冷めません。', zh: '一顿饭的工夫酒都不凉。' }],
  ],
}
export const commentWords: Readonly<Record<'en' | 'ja' | 'zh', readonly string[]>> = {
  en: [
    'How does it hold up in daily use?',
    'The light in this one.',
    'Do you ship abroad?',
    'I have had mine for a year. No regrets.',
    'Is the colour like this in person?',
  ],
  ja: [
    '毎日使っても大丈夫ですか？',
    '光がきれいですね。',
    '次の窯出しはいつでしょうか？',
    '一年使っています。買ってよかった。',
    '色は写真の通りですか？',
  ],
  zh: ['日常用耐不耐造？', '这个光线太好看了。', '能寄到国内吗？', '用了一年，不后悔。', '实物颜色和视频一样吗？'],
}
