/** Asks again until it is answered: what other rooms learn from the log is there a moment later. Throws the last refusal after ten seconds. */
export async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (let i = 0; ; i++)
    try {
      return await work()
    } catch (error) {
      if (i >= 100) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
}
