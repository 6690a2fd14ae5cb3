import type { DemoPerson } from '../roster.ts'

/** What is said under clips, and what the shop answers to a question. */
export const commentWords: Readonly<Record<DemoPerson['language'], readonly (readonly [string, string?])[]>> = {
  en: [
    ['How does it hold up in daily use?', 'Every day for four years in our own kitchen. It shows, and we like that.'],
    ['The light in this one.'],
    ['Do you ship abroad?', 'Choose your country on the product page: it says how we send there, or that we can’t yet.'],
    ['I have had mine for a year. No regrets.'],
    ['Is the colour like this in person?', 'A little calmer than on a phone. The second picture comes closest.'],
    ['Watched this three times for the sound.'],
    ['I would not pay that. But I get why somebody would.'],
    ['Sent it to my sister, she ordered before I did.'],
    ['Is it heavy?', 'The weight of each variant is on the product page, without the box.'],
  ],
  ja: [
    ['毎日使っても大丈夫ですか？', 'わが家でも毎日使っています。傷も味のうち、と思っていただければ。'],
    ['光がきれいですね。'],
    ['次の入荷はいつでしょうか？', '今月の終わりを予定しています。入り次第、商品ページに出します。'],
    ['一年使っています。買ってよかった。'],
    ['色は写真の通りですか？', '画面より少し落ち着いています。二枚目の写真がいちばん近いです。'],
    ['音がよくて、つい最後まで見ました。'],
    ['わたしにはちょっと高いけれど、作る手間を見ると納得です。'],
    ['贈りものの包みはお願いできますか？', 'はい、無料で承ります。備考にお書きください。'],
    ['母にも見せました。'],
  ],
  zh: [
    ['日常用耐不耐造？', '我们自己家天天用，会留下使用的痕迹。'],
    ['这个光线太好看了。'],
    ['能寄到国内吗？', '在商品页选一下所在国家，能寄的话会写明方式和费用。'],
    ['用了一年，不后悔。'],
    ['实物颜色和视频一样吗？', '比手机屏幕上稍微沉一点，第二张图最接近。'],
    ['循环看了好几遍，解压。'],
    ['对我来说有点贵，不过看了做法能理解。'],
    ['可以做礼物包装吗？', '可以，免费，下单时备注一下。'],
    ['转给我妈了，她已经下单了。'],
  ],
}
