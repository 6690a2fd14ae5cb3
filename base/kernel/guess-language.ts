import type { Language } from './language.ts'

/** Characters that Japanese writes and Chinese, simplified or not, does not: forms simplified in 1946, those made in Japan, and 々. */
const onlyJapanese = new Set(
  '々〆円駅沢気売続悪圧囲壱稲隠栄営塩縁応桜価仮絵拡覚楽帰拠挙経継軽鶏県検権顕験厳広効砕済斎剤雑桟賛児実収渋焼浄剰畳縄嬢譲醸図粋髄摂専戦銭繊荘捜挿巣総騒蔵臓対帯滝択単団弾遅鋳聴庁逓鉄転伝闘徳読弐悩脳廃拝発髪抜浜払仏辺変歩豊毎黙訳薬様謡頼覧両緑塁戻齢歴錬労込峠畑働辻匂枠栃榊凪喰姫鰯麺雫辿籾糀匁咲',
)
/** Some of the characters that only simplified Chinese writes: those that come most often. */
const onlyChinese = new Set(
  '们这说时东车门问间见贝页风飞马鸟鱼龙书买卖电话谁让请谢认识给红绿级约纪练结织终线组细绍统维编缩网样头为义乐习乡亚产亲传伤价众优伟儿关兴军农决减凤创别剧动劳势华协单厂历县发变听启员响场块坚处备够奖妇妈孙宁导层岁币师带帮庆录忆忧怀态总惊惯愿护报择损换摄敌无显晓极构枪标树桥检欢毕汇汉汤沟泽洁测济浏润满烦热爱环现疗疯监矿码础确种积稳穷笔筛签简粮紧纯纸货铺复频费开运过销账图规额邮荐达论评计设户查选项每类败链权诉续暂适长该经载仓读值两么仅观弃业责继营隐记证赠预转况离吗试银盘资绪则实验阴负顾并调黑输哪净赞递词围辑订贸鲜详钟帧执译视亿误领险键题顿梦许联边颜蓝宽闪阳错辖镇阅访击你吧还对它呢很她啊哦呀嘛咱',
)
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const han = /\p{Script=Han}/u
const letter = /\p{L}/u

/**
 * The language of a text whose author did not say, of the three that the platform speaks. Kana is Japanese, unless there is less of it
 * than of characters that only Chinese writes (a shop's name with の). Han without kana is told by characters that only one of the two
 * writes, and where there are none, `author` decides: the language that the author reads, Chinese where that is English. Other letters
 * are taken as English. A text without letters is in the author's. A guess for the text, never for the person. Pure.
 */
export function guessLanguage(text: string, author: Language = 'en'): Language {
  let [kanas, japanese, chinese, hans, letters] = [0, 0, 0, 0, 0]
  for (const c of text) {
    if (!letter.test(c)) continue
    letters++
    if (kana.test(c)) kanas++
    if (han.test(c)) hans++
    if (onlyJapanese.has(c)) japanese++
    if (onlyChinese.has(c)) chinese++
  }
  if (kanas > 0 && kanas + japanese >= chinese) return 'ja'
  if (hans > 0 && japanese !== chinese) return japanese > chinese ? 'ja' : 'zh'
  if (hans > 0) return author === 'ja' ? 'ja' : 'zh'
  return letters > 0 ? 'en' : author
}
