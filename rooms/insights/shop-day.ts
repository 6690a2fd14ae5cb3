/** The zone of a country's shops; for a country with several, the one of most of its people. A country that is missing counts in UTC. */
const zones: Readonly<Record<string, string>> = {
  JP: 'Asia/Tokyo',
  KR: 'Asia/Seoul',
  CN: 'Asia/Shanghai',
  HK: 'Asia/Hong_Kong',
  TW: 'Asia/Taipei',
  SG: 'Asia/Singapore',
  GB: 'Europe/London',
  FR: 'Europe/Paris',
  DE: 'Europe/Berlin',
  IT: 'Europe/Rome',
  ES: 'Europe/Madrid',
  NL: 'Europe/Amsterdam',
  US: 'America/New_York',
  CA: 'America/Toronto',
  AU: 'Australia/Sydney',
  IN: 'Asia/Kolkata',
}
export const zoneOf = (country: string): string => zones[country] ?? 'UTC'

const formats = new Map<string, Intl.DateTimeFormat>()
/** What a clock on the wall shows there, as if it were UTC. */
function wallOf(at: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  formats.set(zone, format)
  const part = Object.fromEntries(format.formatToParts(at).map(p => [p.type, Number(p.value)])) as Record<string, number>
  const [year = 0, month = 1, day = 1] = [part.year, part.month, part.day]
  return Date.UTC(year, month - 1, day, part.hour, part.minute, part.second) + (((at % 1000) + 1000) % 1000)
}
/** The instant at which the wall shows this; where a clock was put forward, the hour that is missing counts on. */
function instantOf(wall: number, zone: string): number {
  const first = wall - (wallOf(wall, zone) - wall)
  return first - (wallOf(first, zone) - wall)
}

export interface Span {
  readonly from: Date
  readonly to: Date
}
const day = 86_400_000
/** The shop's day `back` days ago, from its midnight to the same time on the wall as now: days of which the same part has passed. */
export function dayUntilNow(now: Date, zone: string, back: number): Span {
  const wall = wallOf(now.getTime(), zone) - back * day
  return { from: new Date(instantOf(Math.floor(wall / day) * day, zone)), to: new Date(instantOf(wall, zone)) }
}
