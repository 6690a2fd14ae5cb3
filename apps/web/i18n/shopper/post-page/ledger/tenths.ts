import { finePercent } from '../../../format.ts'

/** A share in tenths of a percent: 5.1 %, where whole ones would make unlike rates the same. */
export const tenths = (x: number): string => finePercent(Math.round(x * 1000) / 1000)
