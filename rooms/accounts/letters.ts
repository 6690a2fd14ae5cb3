import type { Language } from '#base/kernel'
import type { Letter } from '#base/mail'

/** The letter with the link to a new password. It never holds the password, and its link works once. */
export function resetLetter(to: string, link: string, language: Language): Letter {
  const { subject, text } = resetTexts[language]
  return { to, subject, text: text.replace('{link}', link) }
}

/** What shops and people call themselves stands on one line of a letter, whatever they typed. */
const line = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The letter with the link into a shop's studio. */
export function invitationLetter(
  to: string,
  language: Language,
  { shop, by, link }: { shop: string; by: string; link: string },
): Letter {
  const words: Readonly<Record<string, string>> = { shop: line(shop), by: line(by), link }
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (all, key: string) => words[key] ?? all)
  const { subject, text } = invitationTexts[language]
  return { to, subject: fill(subject), text: fill(text) }
}

const invitationTexts: Readonly<Record<Language, { subject: string; text: string }>> = {
  en: {
    subject: 'Work in the shop “{shop}” on Enishi',
    text: '{by} asks you to work in the shop “{shop}” on Enishi.\n\nOpen this link within seven days, and sign in or make an account with this e-mail address:\n{link}\n\nIf you do not know what this is about, do nothing: nobody gets in without you.\n',
  },
  ja: {
    subject: 'Enishi のショップ「{shop}」への招待',
    text: '{by}さんから、Enishi のショップ「{shop}」で一緒に働く招待が届いています。\n\n7日以内に次のリンクを開き、このメールアドレスでログインするか、アカウントを作成してください。\n{link}\n\nお心当たりがない場合は、何もする必要はありません。\n',
  },
  zh: {
    subject: '邀请您加入 Enishi 店铺“{shop}”',
    text: '{by} 邀请您在 Enishi 店铺“{shop}”工作。\n\n请在七天内打开以下链接，并使用此邮箱登录或注册：\n{link}\n\n如果您不清楚此事，请忽略这封邮件。\n',
  },
}

const resetTexts: Readonly<Record<Language, { subject: string; text: string }>> = {
  en: {
    subject: 'Choose a new password',
    text: 'Somebody, probably you, asked for a new password for your Enishi account.\n\nOpen this link within one hour to choose it:\n{link}\n\nYou will be signed out everywhere. If it was not you, do nothing: your password stays as it is.\n',
  },
  ja: {
    subject: 'パスワードの再設定',
    text: 'Enishi アカウントのパスワード再設定の申し込みがありました。\n\n1時間以内に次のリンクを開いて、新しいパスワードを設定してください。\n{link}\n\n設定すると、すべての端末からログアウトします。お心当たりがない場合は、何もする必要はありません。今のパスワードがそのまま使えます。\n',
  },
  zh: {
    subject: '重设密码',
    text: '我们收到了重设您的 Enishi 账户密码的请求。\n\n请在一小时内打开以下链接，设置新密码：\n{link}\n\n设置后，您会在所有设备上退出登录。如果不是您本人操作，请忽略这封邮件，您的密码不会改变。\n',
  },
}
