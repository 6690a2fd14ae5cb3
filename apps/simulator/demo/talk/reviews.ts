import type { DemoPerson } from '../roster.ts'

type Language = DemoPerson['language']
/** Who says it (in which language), stars, and why. */
export type Opinion = readonly [Language, 1 | 2 | 3 | 4 | 5, string]

/** What buyers say of each product. They disagree, and say why. */
export const opinions: Readonly<Record<string, readonly Opinion[]>> = {
  'hagi-cup': [
    ['zh', 5, '先买了一个放办公室，又回购一个。保温，端着不烫手。'],
    ['zh', 4, '裂纹越用越好看。比图片略小一点。'],
    ['en', 3, 'Mine arrived paler than the picture. Grew on me, but be warned.'],
    ['ja', 5, '職場用に一つ、家用に一つ。冷めにくく、持っても熱くありません。'],
  ],
  'hagi-vase': [
    ['ja', 5, '枝ものが一本で決まります。口が細いので水替えは楽。'],
    ['en', 2, 'Beautiful, but it sweats. It left a ring on my shelf before I found out.'],
  ],
  'hagi-bowl': [
    ['ja', 4, '飯碗にちょうどよい軽さ。縁の鉄が効いています。'],
    ['en', 5, 'The rice looks better in it. I know that is silly.'],
    ['zh', 3, '好看，但盛汤有点浅。'],
  ],
  'hagi-sake': [
    ['ja', 5, '食事のあいだ燗が冷めません。'],
    ['zh', 4, '壶嘴收水利落，就是杯子小，得一直倒。'],
  ],
  'hagi-plate': [
    ['en', 4, 'The brushed gold is different on each. Hand wash only, sadly.'],
    ['ja', 3, '菓子皿としては少し大きい。取り皿にしています。'],
  ],
  'hagi-mug': [
    ['en', 5, 'The handle fits two fingers and the weight is right. Soaked it first as told, no stains.'],
    ['zh', 2, '没看说明直接泡咖啡，染色了。是我的错，但说明应该写大点。'],
  ],
  'uji-sencha': [
    ['ja', 5, '甘くて青い。畑の名前のカードがうれしい。'],
    ['en', 4, 'Good tea; the tin dents easily.'],
    ['zh', 3, '鲜，但第三泡就淡了。'],
  ],
  'uji-gyokuro': [
    ['zh', 5, '五十度慢慢泡，像海苔汤一样鲜。'],
    ['ja', 3, 'おいしいですが、普段に飲むには値が張ります。'],
  ],
  'uji-matcha': [
    ['en', 4, 'Whisk and bowl are lovely. It is a set: don’t buy it if you own a whisk.'],
    ['ja', 5, '茶筅の穂がしっかりしていて、泡が細かく立ちます。'],
  ],
  'uji-hojicha': [
    ['zh', 5, '晚上喝也睡得着，整个厨房都是焙香。'],
    ['en', 3, 'Smells better than it tastes. Still, what a smell.'],
  ],
  'uji-kyusu': [
    ['ja', 5, '茶こしが細かく、深蒸しでも詰まりません。'],
    ['en', 2, 'Right-handed only. I am not.'],
  ],
  'uji-genmaicha': [
    ['en', 5, 'My everyday pot. Boiling water, no ceremony.'],
    ['zh', 4, '米香很足，茶味淡，胃不好的人喝正好。'],
  ],
  'sumi-notebook': [
    ['en', 5, 'Third one. Nothing bleeds through.'],
    ['zh', 4, '纸好，线装翻不平，得用夹子。'],
  ],
  'sumi-brush': [
    ['ja', 5, '穂先のまとまりがよく、はらいが決まります。'],
    ['zh', 3, '出墨偏快，写小楷要练。'],
  ],
  'sumi-ink': [
    ['ja', 4, '青みのある黒。のびがよいです。'],
    ['en', 4, 'Deep and matt. Do not put it in a fountain pen, I did.'],
  ],
  'sumi-letters': [
    ['ja', 5, '水引の結び方の紙が入っていました。'],
    ['en', 3, 'Pretty, but five sheets for this price is few.'],
  ],
  'sumi-incense': [
    ['zh', 4, '木香安静，盒子舍不得扔。'],
    ['ja', 3, 'よい香りですが、思ったより弱め。'],
  ],
  'sumi-seal': [
    ['zh', 5, '石头软，第一次刻就成了。印泥很厚实。'],
    ['en', 3, 'No instructions at all. An evening became three.'],
  ],
  'ai-tenugui': [
    ['zh', 5, '越洗越软，颜色一点点变浅，喜欢。'],
    ['en', 4, 'Frays at the ends for a month, as they say. Then it stops.'],
  ],
  'ai-scarf': [
    ['en', 5, 'Light and warm enough for April. The dye smells of earth at first.'],
    ['ja', 3, '色移りが怖くて、白い服のときは巻けません。'],
  ],
  'ai-apron': [
    ['ja', 5, '麻がしっかり。アイロンなしでも様になります。'],
    ['en', 3, 'Long on me, and I am not short.'],
  ],
  'ai-tote': [
    ['ja', 5, 'ひと夏使いました。持ち手がずれません。'],
    ['en', 2, 'Rubbed off on my white shirt before I read the note. Wash it first.'],
    ['zh', 4, '能装，挺括。内袋要是大一点就好了。'],
  ],
  'ai-furoshiki': [
    ['ja', 5, 'お弁当に酒瓶に。一枚あると助かります。'],
    ['en', 4, 'Gift and wrapping in one. Needs a video to learn the knot.'],
  ],
  'ai-cushion': [
    ['ja', 5, '猫に取られました。もう一組頼みます。'],
    ['zh', 3, '棉花很实，坐久了偏硬。颜色好看。'],
  ],
  'yuzu-oil': [
    ['zh', 5, '三滴真的够。早上起来脸是软的。'],
    ['en', 2, 'My cheeks went red. The page does say so about citrus; I hoped.'],
    ['ja', 4, '種の油なので香りはほとんどなし。そこが好きです。'],
  ],
  'yuzu-lotion': [
    ['ja', 5, '夏はこれだけで足ります。詰め替えがありがたい。'],
    ['zh', 3, '清爽，但北方冬天完全不够。'],
  ],
  'yuzu-cream': [
    ['en', 5, 'Dense, quiet, and the jar will be a sugar bowl one day.'],
    ['zh', 3, '油皮慎入，T区闷。脸颊用很好。'],
  ],
  'yuzu-soap': [
    ['ja', 4, '泡が細かい。すのこの皿は必須です。'],
    ['en', 3, 'Melted in a week because I ignored the advice about the dish.'],
    ['zh', 5, '洗完不绷，米糠那块最好用。'],
  ],
  'yuzu-balm': [
    ['en', 5, 'In every coat I own. The hinoki one smells of a bath house.'],
    ['ja', 4, '夏は少しゆるくなります。冬はこれが一番。'],
  ],
  'yuzu-salt': [
    ['ja', 5, '冬至に使い切りました。皮が浮かぶのがいい。'],
    ['en', 3, 'Lovely scent, but peel in the drain is my job now.'],
  ],
  'yuzu-mist': [
    ['zh', 4, '睡前喷枕头，半小时后就淡了，刚好。'],
    ['ja', 2, '塗りの盆に輪じみができました。注意書きの通りです。'],
  ],
  'sakai-santoku': [
    ['ja', 5, '玉ねぎで泣かなくなりました。毎回拭くのだけは面倒です。'],
    ['en', 5, 'Frighteningly sharp. I cook slower now, which my family likes.'],
    ['zh', 3, '锋利没话说，半天没擦就起锈点，不适合懒人。'],
  ],
  'sakai-nakiri': [
    ['zh', 5, '切白菜、萝卜，一推到底。'],
    ['en', 4, 'A joy on cabbage. Useless on chicken, as promised.'],
  ],
  'sakai-petty': [
    ['ja', 4, '手入れが楽。柄がもう少し長ければ。'],
    ['en', 5, 'Bought it as a gift, bought another for myself.'],
  ],
  'sakai-yanagiba': [
    ['zh', 4, '片鱼面像镜子。第一次磨花了我一个下午。'],
    ['ja', 5, '左利き用を打ってもらいました。待った甲斐があります。'],
  ],
  'sakai-snips': [
    ['ja', 5, '糸の切れ味が違います。'],
    ['en', 4, 'For chives it is perfect. Greasy at first, wipe it.'],
  ],
  'sakai-whetstone': [
    ['zh', 5, '上手快，出浆细。底座稳。'],
    ['en', 3, 'Good stone, but the leaflet is in Japanese only.'],
  ],
  'sakai-board': [
    ['en', 4, 'Kind to the edge. It does want to be wet first.'],
    ['zh', 2, '老公放进洗碗机，翘了。页面写了，他没看。'],
  ],
  'kaga-namagashi': [
    ['ja', 5, '花びらの先まで薄い。抹茶とどうぞ。'],
    ['en', 4, 'Almost too pretty to bite. Eat the same day.'],
    ['ja', 3, '上品ですが、男の手には小さい。'],
  ],
  'kaga-yokan': [
    ['zh', 5, '不腻，栗子是整颗的。'],
    ['en', 3, 'Very sweet. A finger’s width really is enough.'],
  ],
  'kaga-konpeito': [
    ['zh', 4, '颜色素，孩子也喜欢。就是贵。'],
    ['ja', 5, '角が立っていて、口の中でゆっくり溶けます。'],
  ],
  'kaga-dorayaki': [
    ['en', 5, 'Second day is best. They were right about that too.'],
    ['zh', 2, '到手第五天，皮已经干了。快递慢了。'],
    ['ja', 4, '皮がしっとり。あんは甘め。'],
  ],
  'kaga-dango': [
    ['ja', 4, '届いた日に食べきりました。翌日は固いです。'],
    ['en', 3, 'Wonderful for one hour.'],
  ],
  'kaga-higashi': [
    ['ja', 5, '木型の線がきれい。薄茶に合います。'],
    ['zh', 3, '很干，配茶才行。样子好。'],
  ],
  'kaga-monaka': [
    ['en', 5, 'The crack when you bite! Fill it yourself, it matters.'],
    ['zh', 4, '脆，豆馅不太甜。一次别多填。'],
  ],
  'awaji-sticks': [
    ['ja', 5, '煙が少なく、朝の部屋にちょうどいい。'],
    ['zh', 3, '檀香正，但小房间还是有点呛。'],
    ['en', 4, 'Thirty minutes, clean ash, no perfume on top.'],
  ],
  'awaji-coils': [
    ['en', 5, 'On the porch after rain: exactly what the name says.'],
    ['ja', 3, '室内では強すぎました。説明の通りです。'],
  ],
  'awaji-cones': [
    ['zh', 4, '梅的甜淡，烧到底会浓。'],
    ['ja', 4, '来客の前に一つ。灰が形のまま残ります。'],
  ],
  'awaji-sachet': [
    ['ja', 5, '母の箪笥の香りがしました。'],
    ['en', 3, 'Charming, but faded by month four in my wardrobe.'],
  ],
  'awaji-holder': [
    ['zh', 5, '压手，黄铜已经开始变色，好看。'],
    ['en', 4, 'Heavy little thing. The plate is smaller than the ash is long.'],
  ],
  'awaji-burner': [
    ['ja', 4, '透かしから立つ煙が美しい。灰は別売りです。'],
    ['en', 5, 'The celadon is a colour I cannot photograph.'],
  ],
  'awaji-tube': [
    ['en', 5, 'Learned that I like cedar. Cheaper than guessing.'],
    ['zh', 4, '三种都试了，送人也体面。'],
  ],
  'mino-lamp': [
    ['en', 5, 'The room went quiet when we switched it on.'],
    ['zh', 3, '光太暗，看不了书。氛围是真好。'],
    ['ja', 4, '組み立ては十分ほど。竹の骨の影がいい。'],
  ],
  'mino-sheets': [
    ['ja', 5, '耳が残っていて、切るのが惜しい。'],
    ['en', 3, 'My fountain pen feathers on it. For brush people.'],
  ],
  'mino-fan': [
    ['zh', 5, '合拢时声音清脆，画得雅。'],
    ['ja', 4, '風がやわらかい。香りはつけていないそうです。'],
  ],
  'mino-chiyogami': [
    ['en', 4, 'Crisp folds. The red does come off on damp hands.'],
    ['ja', 5, '柄合わせがきれい。箱に貼りました。'],
  ],
  'mino-boxes': [
    ['ja', 4, '手紙がちょうど入ります。角がしっかり。'],
    ['zh', 3, '好看，但比想的小，最小的只能装戒指。'],
  ],
  'mino-cranes': [
    ['en', 5, 'The note said her mother folds them. I wrote back.'],
    ['zh', 4, '翅膀上的花纹对得很齐。'],
  ],
  'mino-screen': [
    ['ja', 4, '飾り棚の空気が変わります。箔は薄め。'],
    ['en', 2, 'Smaller than I imagined. Measure before you buy; I did not.'],
  ],
  'suzu-guinomi': [
    ['ja', 5, '冷酒が一段まるくなる、気がします。'],
    ['zh', 3, '第三天就磕了个坑。店家说这是味道，我说是坑。'],
    ['en', 5, 'Cold in the hand, soft on the tongue.'],
  ],
  'suzu-chirori': [
    ['ja', 5, '四分でちょうど人肌。'],
    ['en', 3, 'Works well, costs a lot. The handle gets warm.'],
  ],
  'suzu-katakuchi': [
    ['zh', 4, '收口利落，不滴。清洗要小心。'],
    ['ja', 5, '片口から注ぐ音が好きです。'],
  ],
  'suzu-tumbler': [
    ['en', 4, 'Fine foam, frozen fingers.'],
    ['ja', 5, '泡がきめ細かい。家飲みが増えました。'],
  ],
  'suzu-dish': [
    ['zh', 4, '掰来掰去很解压，别告诉他们。'],
    ['en', 3, 'Cracked after my son found out that it bends.'],
  ],
  'suzu-masu': [
    ['ja', 5, '檜の香りが、最初の数杯はごちそうです。'],
    ['en', 3, 'Leaks at one corner until the wood swells. Then fine.'],
  ],
  'suzu-sakazuki': [
    ['ja', 5, '元日に三人で使いました。朱が深い。'],
    ['zh', 4, '漆味要散一个月，之后很好。'],
  ],
  'toyo-rucksack': [
    ['ja', 5, '帆布が馴染んで、背中に沿うようになりました。'],
    ['en', 3, 'Stiff for weeks, and the pocket is small.'],
    ['zh', 4, '做工扎实，下大雨还是会湿。'],
  ],
  'toyo-shoulder': [
    ['en', 5, 'Scratched on day one, and I stopped worrying on day two.'],
    ['ja', 3, '美しいですが、重い。肩がこります。'],
  ],
  'toyo-pouch': [
    ['en', 4, 'Zips run clean. White shows pencil.'],
    ['zh', 5, '两只大小正好，充电线终于有家了。'],
  ],
  'toyo-briefcase': [
    ['ja', 4, '自立するのがいい。肩紐がないのは潔い。'],
    ['en', 2, 'No strap. I read it, I bought it, I miss it.'],
  ],
  'toyo-wallet': [
    ['zh', 5, '用了三个月，薄了一半，颜色变深。'],
    ['ja', 4, '小銭が入らないのを承知で。革はよいです。'],
  ],
  'toyo-basket': [
    ['ja', 5, '母の籠と同じ編み方でした。'],
    ['en', 3, 'It ate my cardigan, then we made peace.'],
  ],
  'toyo-kinchaku': [
    ['ja', 4, '弁当箱がぴったり。紐がよく滑ります。'],
    ['zh', 3, '洗一次缩了一圈，和说明一致。'],
  ],
  'hida-blocks': [
    ['en', 5, 'Towers stand. Neighbours know when they fall.'],
    ['ja', 4, '角が丸く安心。数はもう少し欲しい。'],
    ['zh', 5, '孩子啃了半年，漆没事。'],
  ],
  'hida-car': [
    ['ja', 5, '四メートル、本当に走ります。'],
    ['zh', 3, '轮子声音大，楼下来敲门了。'],
  ],
  'hida-kendama': [
    ['en', 4, 'The bevel is kind. The lacquer chips, as told.'],
    ['ja', 5, '重さの釣り合いがいい。大人が夢中です。'],
  ],
  'hida-tops': [
    ['zh', 5, '大的那只转了三分多钟，全家屏住呼吸。'],
    ['en', 3, 'The small one is hard for small hands.'],
  ],
  'hida-duck': [
    ['ja', 5, 'うなずくたびに、子が笑います。'],
    ['zh', 4, '绳子确实短，大人得弯腰。'],
  ],
  'hida-rainbow': [
    ['en', 5, 'A bridge, a cradle, a fence. We have used all of them.'],
    ['ja', 2, '大人が踏んで折れました。修理はできるそうです。'],
  ],
  'hida-train': [
    ['zh', 5, '家里别牌的轨道也能跑，磁铁牢。'],
    ['en', 4, 'Runs on our old tracks. The chimney comes loose.'],
  ],
}

/** What a shop answers under three stars or fewer. */
export const answers: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Thank you for saying it plainly. We have put the note higher on the page.',
    'We are sorry. Write to us with a picture and we will see what can be mended.',
    'That is fair. It is what the thing is like, and we would rather you knew.',
  ],
  ja: [
    '率直なお言葉、ありがとうございます。説明の位置を上に改めました。',
    '申し訳ありません。写真を添えてご連絡ください。直せるか見てみます。',
    'ごもっともです。そういうものだと、先にお伝えすべきでした。',
  ],
  zh: [
    '谢谢您直说。我们已经把说明挪到页面上面了。',
    '很抱歉。请带照片联系我们，看能不能修。',
    '您说得对，这东西就是这样，我们应该先讲清楚。',
  ],
}
