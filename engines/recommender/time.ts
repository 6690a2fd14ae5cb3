/** Seconds since 2020 fit the rings' 32 bits until 2088. */
const epoch = 1_577_836_800_000
export const toSeconds = (ms: number): number => Math.max(-2e9, Math.min(2e9, Math.round((ms - epoch) / 1000)))
export const toMs = (seconds: number): number => seconds * 1000 + epoch
