/** How far a return has come. `replaced` and `refunded` are both settled. */
export type ReturnEnd = 'requested' | 'approved' | 'refused' | 'withdrawn' | 'sent_back' | 'received' | 'refunded' | 'replaced'

export interface DemoReturn {
  /** `product:variant` */
  readonly item: string
  readonly quantity?: number
  /** Who bought it; the words are in their language. */
  readonly buyer: string
  readonly kind: 'return' | 'exchange' | 'claim'
  readonly code: 'changed_mind' | 'wrong_size' | 'damaged' | 'not_as_described' | 'wrong_item' | 'missing' | 'other'
  readonly words: string
  /** With a close picture of it. */
  readonly photo?: boolean
  readonly until: ReturnEnd
  /** What the shop says when it refuses. */
  readonly refusal?: readonly ['used' | 'not_returnable' | 'no_proof' | 'too_late', string]
  /** The variant that is wanted in exchange. */
  readonly instead?: string
}

/** Returns in every state; most are of the maker as whom a visitor signs in. */
export const returnPlan: readonly DemoReturn[] = [
  {
    ...{ item: 'hagi-plate:shell', quantity: 3, buyer: 'kondo_ryo', kind: 'claim', code: 'damaged', photo: true },
    words: '三枚のうち一枚、縁が欠けていました。箱にへこみはなく、緩衝材が少し薄いようです。',
    until: 'requested',
  },
  {
    ...{ item: 'hagi-bowl:brushed', buyer: 'grace_lee', kind: 'exchange', code: 'changed_mind', instead: 'celadon' },
    words: 'Lovely bowl, but next to our table the celadon would sit better. Unused, still wrapped. Could I swap it?',
    until: 'approved',
  },
  {
    ...{ item: 'hagi-mug:straw', buyer: 'oliver_reid', kind: 'return', code: 'changed_mind' },
    words: 'It turns out two of us bought one. Unused.',
    until: 'sent_back',
  },
  {
    ...{ item: 'hagi-sake:straw', buyer: 'liu_zhixing', kind: 'return', code: 'not_as_described', photo: true },
    words: '酒壶比照片里偏黄不少，像两个窑里出来的。没用过，原样寄回。',
    until: 'received',
  },
  {
    ...{ item: 'hagi-cup:white', buyer: 'sato_ren', kind: 'return', code: 'damaged', photo: true },
    words: '高台に細いひびがあり、水がにじみます。',
    until: 'refunded',
  },
  {
    ...{ item: 'hagi-bowl:celadon', buyer: 'jonas_weber', kind: 'exchange', code: 'wrong_item', photo: true },
    words: 'I ordered celadon and unpacked brushed white. The slip in the box says celadon, too.',
    until: 'replaced',
  },
  {
    ...{ item: 'hagi-mug:slate', buyer: 'zhao_mei', kind: 'return', code: 'other' },
    words: '用了一个月，杯子内壁有茶色，洗不掉，想退。',
    until: 'refused',
    refusal: ['used', '茶色渗进釉面细纹是萩烧的特点，商品页写了。用过的杯子没法再卖，请谅解。'],
  },
  {
    ...{ item: 'uji-kyusu:tokoname', buyer: 'kimura_aoi', kind: 'return', code: 'changed_mind' },
    words: '取っ手の向きが左利きには合わないかもと思いましたが、使ってみることにします。',
    until: 'withdrawn',
  },
  {
    ...{ item: 'yuzu-salt:first', buyer: 'nora_lindqvist', kind: 'claim', code: 'damaged', photo: true },
    words: 'The lid had come off and half of the salt was in the box.',
    until: 'refunded',
  },
  {
    ...{ item: 'sakai-petty:first', buyer: 'gao_ran', kind: 'return', code: 'wrong_size' },
    words: '比想象中短，切菜不够用，想换大一号的，先退这把。没开过刃，没用过。',
    until: 'approved',
  },
  {
    ...{ item: 'toyo-pouch:first', buyer: 'fujii_takumi', kind: 'return', code: 'not_as_described', photo: true },
    words: '写真より革の色むらが目立ちます。味と言われればそうですが、贈りものなので。',
    until: 'sent_back',
  },
  {
    ...{ item: 'mino-chiyogami:first', buyer: 'clara_duval', kind: 'claim', code: 'missing' },
    words: 'Nine sheets came instead of ten. I counted twice, and then once more.',
    until: 'requested',
  },
  {
    ...{ item: 'kaga-higashi:first', quantity: 3, buyer: 'he_jiayi', kind: 'return', code: 'changed_mind' },
    words: '买多了，已经拆开一盒，想退两盒。',
    until: 'refused',
    refusal: ['not_returnable', '拆封的食品不能再卖，抱歉。干菓子在阴凉处能放两个月，慢慢吃也来得及。'],
  },
]
