import type { Texts } from '#base/kernel'

/** The version that is asked for now. A text, once asked for, is never changed: a new one gets a new version. */
export const consentVersion = 'cn-cbec-1'

/** What a buyer agrees to before goods go to China by cross-border retail import: the notice of the scheme, and the separate consent to use of the ID number. */
export const consentTexts: Readonly<Record<string, Texts>> = {
  [consentVersion]: {
    zh: '本人购买的商品为跨境电子商务零售进口商品，仅供个人自用，不得再次销售。商品适用原产地的质量、安全、卫生、环保、标识等标准，可能与我国标准存在差异，相关风险由本人承担；商品可能没有中文标签，可查看电子标签。本人单独同意：为办理海关申报，向海关、支付企业、物流企业及申报代理提供本人的真实姓名和身份证号码；申报完结后按规定期限删除。',
    en: 'These goods are cross-border retail imports for my own use and not for resale. They follow the standards of their country of origin for quality, safety, hygiene, environment and labelling, which may differ from those of China, and I bear that risk; they may have no Chinese label, an electronic one can be read. I separately agree that my real name and ID number are given to customs, the payment company, the carrier and the declaring agent for the customs declaration, and deleted after its end.',
    ja: 'これらの商品は越境ECによる個人輸入品で、本人の使用に限り、転売しません。品質・安全・衛生・環境・表示は原産国の基準に従い、中国の基準と異なる場合があり、その危険は本人が負います。中国語のラベルがない場合は電子ラベルを確認できます。通関申告のために本人の氏名と身分証番号を税関・決済会社・運送会社・申告代理人に提供し、申告の終了後に削除することに、個別に同意します。',
  },
}
