import type { Language } from '#base/kernel'
import type { Letter } from '#base/mail'

/** The letter with the link to a new password. It never holds the password, and its link works once. */
export function resetLetter(to: string, link: string, language: Language): Letter {
  const { subject, text } = resetTexts[language]
  return { to, subject, text: text.replace('{link}', link) }
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
