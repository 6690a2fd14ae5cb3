/** The n-th largest (n ≥ 1) of the first `count` numbers; reorders them. Quickselect with the median of three. */
export function nthLargest(x: Float32Array, count: number, n: number): number {
  let low = 0
  let high = count - 1
  const target = n - 1
  while (low < high) {
    const [a, b, c] = [x[low]!, x[(low + high) >> 1]!, x[high]!]
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
    let i = low
    let j = high
    while (i <= j) {
      while (x[i]! > pivot) i++
      while (x[j]! < pivot) j--
      if (i > j) break
      const held = x[i]!
      x[i++] = x[j]!
      x[j--] = held
    }
    if (target <= j) high = j
    else if (target >= i) low = i
    else return x[target]!
  }
  return x[target]!
}
