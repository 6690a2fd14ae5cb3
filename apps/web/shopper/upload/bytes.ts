import { intlTag } from '../../i18n/core.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
/** 12.3 MB, as the reader's language writes it. */
export function bytes(n: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, n)) / 3))
  return new Intl.NumberFormat(intlTag(), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(n / 1000 ** step)
}
