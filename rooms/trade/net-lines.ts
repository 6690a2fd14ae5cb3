/** Pieces of one line at one price. */
export interface Batch {
  readonly quantity: number
  readonly unit: bigint
}

/**
 * A line with its discount as pieces with whole prices: what doesn't divide becomes two batches, one minor unit apart. So the price that is
 * taxed and declared is the one that was paid, to the unit: customs compares `price × quantity` with it. 100 less 1 on three pieces is 2 × 33 + 1 × 33.
 */
export function batchesOf(quantity: number, net: bigint): Batch[] {
  const unit = net / BigInt(quantity)
  const dearer = Number(net % BigInt(quantity))
  return [
    { quantity: dearer, unit: unit + 1n },
    { quantity: quantity - dearer, unit },
  ].filter(b => b.quantity > 0)
}
