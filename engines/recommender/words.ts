import { mostWordHashes, wordHashLimit } from '#base/kernel'
import { lengths } from './config.ts'
import { grown } from './interner.ts'
import type { Keeper } from './keeper.ts'
import { Rings } from './rings.ts'

export const maxWords = mostWordHashes

/** 1 / √n, 0 for none. */
const norms = Float32Array.from({ length: maxWords + 1 }, (_, n) => (n > 0 ? 1 / Math.sqrt(n) : 0))

/**
 * The words of items' texts as 16-bit hashes (`wordHashes`), how many items have each, and the newest items of each word and kind. So an
 * item can be found by its text from the moment it is published. Price: 49 bytes an item, and 5 a word of it, newest 64 items a word.
 */
export class Words {
  #of = new Uint16Array(16 * maxWords)
  #count = new Uint8Array(16)
  /** Items that have a word, and all items that have any. */
  readonly #items = new Int32Array(wordHashLimit)
  #withWords = 0
  /** Key = word · 2 + kind. */
  readonly #newest = new Rings(1, 16, lengths.wordNewest)

  /** Writes an item's words anew. */
  write(i: number, kind: number, words: readonly number[]): void {
    this.#of = grown(this.#of, (i + 1) * maxWords)
    this.#count = grown(this.#count, i + 1)
    const list = words.slice(0, maxWords)
    const before = this.#of.slice(i * maxWords, i * maxWords + this.#count[i]!)
    for (const w of before) this.#items[w]!--
    this.#withWords += (list.length > 0 ? 1 : 0) - (before.length > 0 ? 1 : 0)
    list.forEach((w, k) => {
      this.#of[i * maxWords + k] = w
      this.#items[w]!++
      if (!before.includes(w)) this.#newest.push(w * 2 + kind, i)
    })
    this.#count[i] = list.length
  }

  /** How telling a word is: ln((1 + items) / (1 + items that have it)), at least 0. */
  idf(word: number): number {
    return Math.max(0, Math.log((1 + this.#withWords) / (1 + this.#items[word]!)))
  }

  count(i: number): number {
    return i < this.#count.length ? this.#count[i]! : 0
  }

  at(i: number, k: number): number {
    return this.#of[i * maxWords + k]!
  }

  /** 1 / √words of an item; 0 for none. */
  norm(i: number): number {
    return norms[this.count(i)]!
  }

  /** What `idf` can be at most. */
  get mostTelling(): number {
    return Math.log(1 + this.#withWords)
  }

  /** Up to `limit` newest items with a word into `out`; answers how many. */
  newest(word: number, kind: number, out: Int32Array, limit: number): number {
    return this.#newest.read(word * 2 + kind, out, limit)
  }

  /** Σ over the item's words of `profile`, times the item's norm. See `View` for what is in the profile; with that it is in 0…1. */
  match(i: number, profile: Float32Array): number {
    const n = this.count(i)
    let sum = 0
    for (let k = i * maxWords; k < i * maxWords + n; k++) sum += profile[this.#of[k]!]!
    return sum * this.norm(i)
  }

  /** Newest items of a kind that share the six most telling words of an item, each with Σ idf² of those over what it could be at most. */
  like(i: number, kind: number): Map<number, number> {
    const out = new Map<number, number>()
    const own = Array.from({ length: this.count(i) }, (_, k) => this.at(i, k)).sort((a, b) => this.idf(b) - this.idf(a) || a - b)
    const buffer = new Int32Array(lengths.wordNewest)
    for (const w of own.slice(0, 6)) {
      const add = (this.idf(w) / this.mostTelling) ** 2 * this.norm(i)
      const n = this.newest(w, kind, buffer, lengths.wordNewest)
      for (let e = 0; e < n; e++) out.set(buffer[e]!, (out.get(buffer[e]!) ?? 0) + add * this.norm(buffer[e]!))
    }
    return out
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper, items: number): void {
    this.#of = k.column(this.#of, Math.min(this.#of.length, items * maxWords))
    this.#count = k.column(this.#count, Math.min(this.#count.length, items))
    this.#items.set(k.column(this.#items))
    this.#withWords = k.number(this.#withWords)
    this.#newest.keep(k)
  }

  get bytes(): number {
    return this.#count.length * (2 * maxWords + 1) + this.#items.byteLength + this.#newest.bytes
  }
}
