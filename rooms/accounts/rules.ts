import { randomInt } from 'node:crypto'
import { ok, type Result, refuse } from '#base/kernel'

export const normalEmail = (text: string): string => text.trim().normalize('NFC').toLowerCase()
/** Enough to be an address; whether it is one, only a mail can tell. */
export function checkEmail(text: string): Result<string, 'email_invalid'> {
  const email = normalEmail(text)
  return /^[^\s@"<>(),;:\\]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) && email.length <= 254
    ? ok(email)
    : refuse('email_invalid', 'This is not an e-mail address')
}

export function checkPassword(text: string): Result<string, 'password_too_short' | 'password_too_long'> {
  const length = [...text].length
  if (length < 8) return refuse('password_too_short', 'A password has at least 8 characters', { minimum: 8 })
  if (length > 200) return refuse('password_too_long', 'A password has at most 200 characters', { maximum: 200 })
  return ok(text)
}

/** A handle never looks like an id: `/v1/people/{handle}` takes both. */
export function checkHandle(text: string): Result<string, 'handle_invalid'> {
  const handle = text.trim().replace(/^@/, '').toLowerCase()
  return /^[a-z0-9_]{3,30}$/.test(handle) && !handle.startsWith('per_')
    ? ok(handle)
    : refuse('handle_invalid', 'A handle has 3 to 30 letters a-z, digits or _')
}

/** A handle from a name; names without Latin letters become `person_…`. `attempt` > 0 adds a number, because the first was taken. */
export function handleFrom(name: string, attempt: number): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 22)
  const base = plain.length >= 3 && !plain.startsWith('per_') ? plain : 'person'
  return attempt === 0 && base !== 'person' ? base : `${base}_${randomInt(10_000, 9_999_999)}`
}

/** The best of our languages for an Accept-Language header; English when it names none of them. */
export function languageOf(header: string | undefined): 'en' | 'ja' | 'zh' {
  const wishes = (header ?? '')
    .split(',')
    .slice(0, 20)
    .map(part => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = Number(
        parameters
          .find(p => p.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      )
      return { language: tag.split('-')[0], quality: Number.isFinite(quality) ? quality : 0 }
    })
    .filter(w => w.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wishes) if (language === 'en' || language === 'ja' || language === 'zh') return language
  return 'en'
}

/** Media are known here by id only; the address of a file of theirs is public form. */
export const squareOf = (media: string | null): string | null => media && `/media/${media}/square.webp`
export const coverOf = (media: string | null): string | null => media && `/media/${media}/full.webp`
