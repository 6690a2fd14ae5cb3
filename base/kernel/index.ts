/** The kernel: words that every floor shares. No I/O. */
export * from './clock.ts'
export * from './id.ts'
export * from './language.ts'
export * from './machine.ts'
export * from './money.ts'
export * from './page.ts'
export * from './random.ts'
export * from './result.ts'
