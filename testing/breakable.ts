/** A door's call that breaks now and then, before its effect or after it: as a killed process or a silent provider does. */
export const breakable =
  <A extends unknown[], R>(dice: () => number, call: (...args: A) => Promise<R>, how: number) =>
  async (...args: A): Promise<R> => {
    const thrown = dice()
    if (thrown < how / 2) throw new Error('planted: before')
    const result = await call(...args)
    if (thrown < how) throw new Error('planted: after')
    return result
  }
