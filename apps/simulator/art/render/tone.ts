/** Film curve: soft shoulder, a little toe, then sRGB. One table, so that a pixel is a look-up. */
const SIZE = 4096
const MAX = 6
const table = new Uint8Array(SIZE + 1)
for (let i = 0; i <= SIZE; i++) {
  const x = (i / SIZE) ** 2 * MAX * 0.6
  const y = Math.min(1, (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14))
  const s = y <= 0.0031308 ? y * 12.92 : 1.055 * y ** (1 / 2.4) - 0.055
  table[i] = Math.round((0.018 + 0.98 * s) * 255)
}

export function tone(x: number): number {
  if (x <= 0) return table[0]!
  if (x >= MAX) return table[SIZE]!
  return table[(Math.sqrt(x / MAX) * SIZE) | 0]!
}
