import { type LoopData, type Phase, type Six, sparseBelow } from './geometry.ts'

/** Every text of the figure, in the reader's language. Functions get numbers that are already written for the locale. */
export interface LoopWords {
  readonly title: string
  /** "Last 28 days" */
  readonly range: string
  readonly phases: Six<string>
  /** What people did there, in a word or three: "saved, followed or asked". */
  readonly did: Six<string>
  readonly seeding: string
  readonly seedingSub: string
  readonly harvest: string
  readonly harvestSub: string
  readonly newlySeeded: string
  readonly returned: string
  /** "go on", after a percentage. */
  readonly goOn: string
  readonly gain: string
  /** Stands where the gain would: "Not measured yet". */
  readonly gainMissing: string
  /** "Each purchase leads to {n} in the end." Left out when R is 1 or more. */
  readonly gainSentence: (purchases: string) => string
  /** How to read the figure, and how long a whole lap takes (or that it is not known). */
  readonly legend: string
  readonly lap: string
  readonly empty: string
  readonly loading: string
  readonly tooFew: string
  readonly table: {
    readonly show: string
    readonly hide: string
    readonly phase: string
    readonly people: string
    readonly goOn: string
    readonly time: string
  }
  /** One sentence for those who do not see the figure. */
  readonly summary: (people: Six<string>) => string
}

export interface LoopFormat {
  readonly people: (n: number) => string
  readonly share: (x: number) => string
  readonly hours: (h: number) => string
  readonly gain: (x: number) => string
}

/** Numbers as the locale writes them: 1.24M, 124万; 33 %; 24 min, 2.2 days. */
export function formatFor(locale: string): LoopFormat {
  const tag = locale === 'zh' || locale === 'zh-Hans' ? 'zh-CN' : locale
  const compact = new Intl.NumberFormat(tag, { notation: 'compact', maximumSignificantDigits: 3 })
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumSignificantDigits: 2 })
  const gain = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const unit = (name: string, digits: number) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits })
  const [minute, hour, day] = [unit('minute', 0), unit('hour', 0), unit('day', 1)]
  return {
    people: n => compact.format(n),
    share: x => percent.format(x),
    hours: h => (h < 1 ? minute.format(Math.round(h * 60)) : h < 36 ? hour.format(h) : day.format(h / 24)),
    gain: x => gain.format(x),
  }
}

/** A row of the table: the same numbers as the figure. */
export interface LoopRow {
  readonly name: string
  readonly people: string
  readonly goOn: string
  readonly time: string
}

export function rowsOf(data: LoopData, words: LoopWords, format: LoopFormat): readonly LoopRow[] {
  return words.phases.map((name, p) => {
    const people = data.counts[p] ?? 0
    const share = data.goOn[p]
    const hours = data.medianHours[p]
    const shown = share && people >= sparseBelow
    return {
      name,
      people: format.people(people),
      goOn:
        p === 5
          ? ''
          : shown
            ? `${format.share(share.share)} (${format.share(share.low)}–${format.share(share.high)})`
            : words.tooFew,
      time: p === 5 || hours == null || !shown ? '' : format.hours(hours),
    }
  })
}

export const nameOf = (p: number, data: LoopData, words: LoopWords, format: LoopFormat): string =>
  `${words.phases[p]}: ${format.people(data.counts[p] ?? 0)} ${words.did[p]}`

export type SelectPhase = (phase: Phase | null) => void
