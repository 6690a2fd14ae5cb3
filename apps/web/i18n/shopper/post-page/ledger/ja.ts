import { number, percent } from '../../../format.ts'
import { tenths } from './tenths.ts'

type Of = (name: string) => number
const against = (v: Of) => `この投稿は${tenths(v('own'))}、平均は${tenths(v('kind'))}です。`

export const ledger = {
  title: 'フィードでの扱い',
  text: 'どのように試され、どんな反応があり、今どのルールで決まっているかを示します。',
  stop: '。',
  gates: (at: readonly string[]) =>
    `2秒以上の視聴が${at.join('回、')}回に達するたびに、見た人の反応をもとに、同じ時間帯の投稿と比べて判断されます。`,
  whyNot: '表示されない理由',
  whyNotMore: '表示が増えない理由',
  nothing: '表示を抑えているルールはありません。枠が空くたびに優先して表示されます。',
  noTries: 'まだフィードに出ていません。',
  ways: 'フィードに出た経緯',
  people: (n: number, hours: number, since: string) => `${since}からの${number(hours)}時間で、${number(n)}人に試されました。`,
  way: '経緯',
  served: '出た回数',
  seen: '視聴',
  names: {
    new: '新しい投稿として',
    stage: '判断を通過して',
    random: '無作為に',
    ranked: '反応をもとに選ばれて',
  },
  came: '試した結果',
  few: '結果は5人以上が見てから表示します。それより少ないと、個人の行動がわかってしまうためです。',
  compared: (n: number, kind: string) => `同じ種類（${kind}）の投稿${number(n)}件の中央値と並べています。`,
  alone: (n: number, kind: string) =>
    `同じ種類（${kind}）で20回以上見られた投稿が8件になると比べられます。現在は${number(n)}件です。`,
  kinds: {
    pictures: '写真',
    clip_10s: '10秒未満の動画',
    clip_30s: '10〜30秒の動画',
    clip_60s: '30〜60秒の動画',
    clip_long: '1分以上の動画',
  },
  outcomes: {
    stopped: '2秒以上見た',
    finished: '最後まで見た',
    liked: 'いいね・保存・コメント・共有・フォロー',
    looked: '商品を開いた',
  },
  finishedStill: '8秒以上見た',
  usual: (n: string) => `通常 ${n}`,
  note: '試した回数はページごとに数えます。自分の操作は数えず、誰が見たかは表示しません。',
  reasons: {
    not_published: { why: () => '公開されていません。', what: '公開するか、処理が終わるのをお待ちください。' },
    not_learned: { why: () => 'まだフィードに加わっていません。数秒かかります。', what: '' },
    removed: { why: () => 'ご自身またはショップが取り下げました。', what: '' },
    moderated: { why: () => '審査により削除されました。', what: 'マイページで理由を確認し、異議を申し立てられます。' },
    author_removed: {
      why: () => '投稿したアカウントまたはショップが停止されています。',
      what: 'マイページで理由を確認できます。',
    },
    out_of_stock: {
      why: () => '紹介している商品がすべて在庫切れか、販売されていません。',
      what: '入荷すると自動で表示に戻ります。',
    },
    not_playable: { why: () => 'ファイルを再生できない状態です。', what: '新しい投稿としてもう一度アップロードしてください。' },
    trial: {
      why: (v: Of) =>
        `お試しの途中です。保証された視聴${number(v('of'))}回のうち${number(v('seen'))}回に達しました。${number(v('every'))}枠に1つが新しい投稿のための枠で、${number(v('waiting'))}件が待っており、そのうち${number(v('ahead'))}件がこの投稿より先です。この24時間に新しい投稿が得た枠は${number(v('places'))}です。`,
      what: '何もする必要はありません。どなたの投稿でも、お試しは自動で続きます。',
    },
    given_up: {
      why: (v: Of) =>
        `フィードに${number(v('served'))}回出て、見られたのは${number(v('seen'))}回でした。視聴${number(v('of'))}回について1回あたり${number(v('each'))}枠まで試し、優先表示を終えました。`,
      what: '目を止めてもらえるかは、最初の画と2秒で決まります。次の投稿で変えてみてください。',
    },
    new_first: {
      why: (v: Of) =>
        `視聴${number(v('until'))}回まで優先表示されますが、使えるのは新しい投稿が使わない枠です。先に${number(v('waiting'))}件の新しい投稿があります。`,
      what: '何もする必要はありません。待っている新しい投稿が減ると順番が来ます。',
    },
    gate_unsure: {
      why: (v: Of) =>
        `視聴${number(v('at'))}回の時点で中央を上回りましたが、確かさが足りませんでした（${percent(v('chance'))}、必要なのは${percent(v('needed'))}）。`,
      what: '視聴が増えると確かになります。共有リンクでも増やせます。',
    },
    gate_below: {
      why: (v: Of) =>
        `視聴${number(v('at'))}回の時点で、見た人の反応が、比べた投稿の中央を下回ったため、優先表示されていません。評価に応じた表示は続きます${v('next') > 0 ? `。視聴${number(v('next'))}回で改めて判断されます` : ''}。`,
      what: '',
    },
    left_sooner: {
      why: (v: Of) => `${v('still') ? 1 : 3}秒以内に離れる人が多めです。${against(v)}`,
      what: '何の動画かを最初に見せてください。',
    },
    watched_less: {
      why: (v: Of) => `${v('still') ? '8秒以上' : '最後まで'}見る人が少なめです。${against(v)}`,
      what: '次は短くまとめるか、大事なところを先に見せてください。',
    },
    liked_less: {
      why: (v: Of) => `いいね・保存・コメント・共有・フォローが少なめです。${against(v)}`,
      what: '問いかけや、取っておきたくなる内容があると増えます。',
    },
    looked_less: {
      why: (v: Of) => `商品を開く人が少なめです。${against(v)}`,
      what: '商品が映る場面に、商品の目印を付けてください。',
    },
    last_gate: {
      why: (v: Of) => `視聴${number(v('at'))}回の最後の判断を通過しました。これからは見る人の好みだけで決まります。`,
      what: '',
    },
    commerce: {
      why: (v: Of) =>
        `「自社商品」または「PR」の投稿です。こうした投稿は、各フィードの直近${number(v('of'))}枠の${percent(v('share'))}までを分け合います。`,
      what: '枠が空くのをお待ちください。表示（ラベル）は外せません。',
    },
    quiet_topic: {
      why: (v: Of) =>
        `話題への関心が今は少なめです。この7日間に、この話題の投稿にいいね・保存・共有などをしたり、最後まで見たりした人は${number(v('most'))}人未満です。主にこうした人に表示されます。`,
      what: '次は、もう少し広い話題も添えてください。',
    },
    same_author: {
      why: (v: Of) =>
        `1ページに出るのは同じ投稿者につき${number(v('most'))}件までで、続けては出ません。あなたの新しい投稿${number(v('yours'))}件がこれを分け合っています。`,
      what: '一度に出す投稿を減らすと、1件ごとの枠が増えます。',
    },
    twin: {
      why: (v: Of) => `長さ・話題・商品が同じ投稿があと${number(v('twins'))}件あります。1ページに出るのはそのうち1件です。`,
      what: '重複した投稿を削除してください。',
    },
    no_topics: {
      why: () => '話題（#）がないため、好みから見る人を見つけられません。',
      what: '次の投稿では、説明文に # で話題を入れてください。',
    },
    language: {
      why: (v: Of) => `ほかの言語の人が気に入る見込みは、${percent(v('odds'))}に割り引いて計算されます。`,
      what: 'その言語の投稿のほうが届きやすくなります。',
    },
    aging: {
      why: (v: Of) => `新しさによる加点は${percent(v('left'))}残っています。${number(v('days'))}日ごとに半分になります。`,
      what: '',
    },
  },
}
