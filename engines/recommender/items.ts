import { grown, Interner } from './interner.ts'
import type { Keeper } from './keeper.ts'
import { toMs, toSeconds } from './time.ts'
import type { Item } from './types.ts'
import { tasteStrength } from './weights.ts'

/** Bits of `flags`. An item is shown when it is known and none of the three removals holds. */
export const flag = { known: 1, withdrawn: 2, removed: 4, moderated: 8, noStock: 16, selling: 32, grown: 64 } as const
const shownMask = flag.known | flag.withdrawn | flag.removed | flag.moderated
export const maxTags = 6
export const maxProducts = 6
export const kindPost = 0
export const kindProduct = 1
const words = 16
/** Places of the facts in an item's 16 words; the six tags take six. */
const word = {
  flags: 0,
  kind: 1,
  format: 2,
  language: 3,
  maker: 4,
  shop: 5,
  category: 6,
  twin: 7,
  tags: 8,
  created: 14,
  quality: 15,
} as const
const formats = ['video', 'pictures', 'product'] as const
const heatHalfLifeMs = 86_400_000

/** The item table: what ranking asks in one cache line, the rest in columns: about 130 bytes a row without its counters. -1 stands for none. */
export class Items {
  readonly ids = new Interner()
  /** What ranking asks of an item, in one cache line of 16 words; see `word`. */
  #facts = new Int32Array(16 * words)
  #floats = new Float32Array(this.#facts.buffer)
  duration = new Float32Array(16)
  products = new Int32Array(16 * maxProducts)
  /** log2 of the wanted actions, decayed with a half-life of a day, in a form that time does not change: log2 Σ s·2^(t/H). */
  heat = new Float64Array(16)
  impressions = new Uint16Array(16)
  served = new Uint16Array(16)

  flags(i: number): number {
    return this.#facts[i * words + word.flags]!
  }
  kind(i: number): number {
    return this.#facts[i * words + word.kind]!
  }
  format(i: number): number {
    return this.#facts[i * words + word.format]!
  }
  language(i: number): number {
    return this.#facts[i * words + word.language]!
  }
  maker(i: number): number {
    return this.#facts[i * words + word.maker]!
  }
  shop(i: number): number {
    return this.#facts[i * words + word.shop]!
  }
  category(i: number): number {
    return this.#facts[i * words + word.category]!
  }
  /** Equal for a clip that was uploaded twice: same author, length, tags and products, or found to look alike. 0: not judged. */
  twin(i: number): number {
    return this.#facts[i * words + word.twin]!
  }
  /** The copy and what it is a copy of are twins from here on, whoever made them. */
  pair(copy: number, original: number): void {
    const twin = this.twin(original) || Math.imul(original + 1, 0x9e3779b1)
    this.#facts[original * words + word.twin] = twin
    this.#facts[copy * words + word.twin] = twin
  }
  /** The k-th tag, -1 after the last. */
  tag(i: number, k: number): number {
    return this.#facts[i * words + word.tags + k]!
  }
  /** Milliseconds since 1970, to the second. */
  created(i: number): number {
    return toMs(this.#facts[i * words + word.created]!)
  }
  /** V without a person as of the item's last event: the cheap first cut of candidates. */
  quality(i: number): number {
    return this.#floats[i * words + word.quality]!
  }
  setQuality(i: number, quality: number): void {
    this.#floats[i * words + word.quality] = quality
  }

  get capacity(): number {
    return this.duration.length
  }

  get length(): number {
    return this.ids.length
  }

  /** The row of this id; a row without facts when it is new (a product may be named before it is published). */
  row(id: string): number {
    const at = this.ids.intern(id)
    if (at >= this.capacity) this.#grow(at + 1)
    return at
  }

  shown(i: number): boolean {
    return (this.flags(i) & shownMask) === flag.known
  }

  has(i: number, bit: number): boolean {
    return (this.flags(i) & bit) !== 0
  }

  set(i: number, bit: number, on: boolean): void {
    this.#facts[i * words + word.flags] = on ? this.flags(i) | bit : this.flags(i) & ~bit
  }

  /** True when nothing that it sells can be bought: a product without stock, a selling post all of whose products are out. */
  soldOut(i: number): boolean {
    const flags = this.flags(i)
    if (this.kind(i) === kindProduct) return (flags & flag.noStock) !== 0
    if ((flags & flag.selling) === 0) return false
    let any = false
    for (let k = 0; k < maxProducts; k++) {
      const product = this.products[i * maxProducts + k]!
      if (product < 0) break
      if ((this.flags(product) & (flag.noStock | flag.removed | flag.moderated)) === 0) return false
      any = true
    }
    return any || (flags & flag.noStock) !== 0
  }

  /** A wanted action makes an item hot; two items keep their order while nothing happens, so lists need no decay. */
  warm(i: number, action: keyof typeof tasteStrength, time: number): boolean {
    const strength = tasteStrength[action]
    if (strength <= 0) return false
    const add = Math.log2(strength) + time / heatHalfLifeMs
    const old = this.heat[i]!
    const [high, low] = add > old ? [add, old] : [old, add]
    this.heat[i] = high - low > 60 ? high : high + Math.log2(1 + 2 ** (low - high))
    return true
  }

  write(i: number, item: Item, ids: { maker: number; shop: number; category: number; tags: number[]; products: number[] }): void {
    const facts = this.#facts
    const base = i * words
    facts[base + word.kind] = item.kind === 'product' ? kindProduct : kindPost
    facts[base + word.format] = Math.max(0, formats.indexOf(item.format))
    facts[base + word.language] = languageCode(item.language)
    facts[base + word.maker] = ids.maker
    facts[base + word.shop] = ids.shop
    facts[base + word.category] = ids.category
    this.duration[i] = finite(item.durationMs)
    facts[base + word.created] = toSeconds(finite(item.createdAt))
    for (let k = 0; k < maxTags; k++) facts[base + word.tags + k] = ids.tags[k] ?? -1
    for (let k = 0; k < maxProducts; k++) this.products[i * maxProducts + k] = ids.products[k] ?? -1
    let twin = 0
    if (item.durationMs > 0) {
      twin = Math.imul(ids.maker + 1, 0x9e3779b1) ^ Math.imul(item.durationMs | 0, 0x85ebca6b)
      for (const t of ids.tags) twin = Math.imul(twin ^ t, 0x01000193)
      for (const p of ids.products) twin = Math.imul(twin ^ (p + 7), 0x01000193)
    }
    facts[base + word.twin] = twin
    this.set(i, flag.known, true)
    this.set(i, flag.withdrawn, !item.visible)
    this.set(i, flag.noStock, !item.inStock)
    this.set(i, flag.selling, item.kind === 'post' && !item.organic)
    this.set(i, flag.grown, item.grown === true)
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    this.ids.keep(k)
    const n = this.ids.length
    this.#facts = k.column(this.#facts, n * words)
    this.#floats = new Float32Array(this.#facts.buffer)
    this.duration = k.column(this.duration, n)
    this.products = k.column(this.products, n * maxProducts)
    this.heat = k.column(this.heat, n)
    this.impressions = k.column(this.impressions, n)
    this.served = k.column(this.served, n)
  }

  #grow(length: number): void {
    this.duration = grown(this.duration, length)
    const n = this.duration.length
    this.#facts = grown(this.#facts, n * words)
    this.#floats = new Float32Array(this.#facts.buffer)
    this.products = grown(this.products, n * maxProducts)
    this.heat = grown(this.heat, n)
    this.impressions = grown(this.impressions, n)
    this.served = grown(this.served, n)
  }
}

const finite = (x: number): number => (Number.isFinite(x) && x > 0 ? x : 0)

/** The first two letters of a language tag as one byte; 0 for none. 'ja' and 'ja-JP' are the same. */
export function languageCode(language: string | undefined): number {
  if (!language || language.length < 2) return 0
  const a = language.charCodeAt(0) | 32
  const b = language.charCodeAt(1) | 32
  return a < 97 || a > 122 || b < 97 || b > 122 ? 0 : (((a - 97) * 26 + (b - 97)) % 255) + 1
}
