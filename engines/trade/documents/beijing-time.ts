/** Customs' clock: UTC+8 all year. China has had no summer time since 1991, and no message is older. */
const offset = 8 * 3_600_000

/** `YYYYMMDDhhmmss` in Beijing time, as `appTime` and `payTime` are written. */
export const beijingTime = (at: Date): string => new Date(at.getTime() + offset).toISOString().replace(/[-:T]/g, '').slice(0, 14)

/** `YYYYMMDD` in Beijing time. */
export const beijingDay = (at: Date): string => beijingTime(at).slice(0, 8)

/** The instant of `YYYYMMDDhhmmss`, with milliseconds behind it or without; null when there is no such time. */
export function fromBeijing(text: string): Date | null {
  const m = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})?$/.exec(text)
  if (!m) return null
  const local = new Date(`${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6]}.${m[7] ?? '000'}Z`)
  if (Number.isNaN(local.getTime())) return null
  const at = new Date(local.getTime() - offset)
  return beijingTime(at) === text.slice(0, 14) ? at : null
}

/** The last instant of the Beijing day that lies `days` after the day of `at`. */
export function endOfBeijingDay(at: Date, days: number): Date {
  const day = 86_400_000
  const start = Math.floor((at.getTime() + offset) / day) * day
  return new Date(start + (days + 1) * day - 1 - offset)
}
