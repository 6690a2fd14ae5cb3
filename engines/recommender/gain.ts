import type { OrderLineData } from '#base/catalogue'
import { grown } from './interner.ts'
import { type Items, kindProduct, maxProducts } from './items.ts'
import type { Keeper } from './keeper.ts'
import { priorRefunds, shrink } from './weights.ts'

/** A larger margin is no margin but a slip of units: it counts as this, in units of the operator's currency. */
export const mostMargin = 100_000
/** Orders whose products are remembered for a refund. An older order's refund counts for nothing. */
const ordersKept = 65_536
const linesKept = 20

interface Order {
  readonly products: readonly number[]
  /** In the smallest unit of its currency; 0 when it could not be read. */
  readonly total: number
  readonly currency: string
  /** Share that was paid back, 0…1. */
  refunded: number
}

/** A sum of money in its smallest unit; -1 when it is none. */
const minorOf = (money: unknown): number => {
  const minor = (money as { minor?: unknown } | null)?.minor
  return typeof minor === 'string' && /^\d{1,15}$/.test(minor) ? Number(minor) : -1
}
const currencyOf = (money: unknown): string => {
  const currency = (money as { currency?: unknown } | null)?.currency
  return typeof currency === 'string' ? currency.slice(0, 3) : ''
}
/** A number from 0 to `most`, the nearest when it is outside; null when it is not finite. */
const within = (x: number, most: number): number | null => (Number.isFinite(x) ? Math.max(0, Math.min(most, x)) : null)

/**
 * What an order of an item is expected to bring: margin · (1 − refund rate) · trust. The margin is the caller's, a post's is the best of
 * its products'. The refund rate is counted: refunded shares over paid lines, platform → shop → product. It knows no person.
 */
export class Gains {
  #margin = new Float32Array(16)
  /** By product: paid lines, and shares of them that were paid back. */
  #paid = new Float32Array(16)
  #back = new Float32Array(16)
  /** By shop. */
  #shopPaid = new Float32Array(16)
  #shopBack = new Float32Array(16)
  #trust = new Float32Array(16).fill(1)
  /** Products that have a margin: while there are none, nothing is looked up. */
  #priced = 0
  readonly #orders = new Map<string, Order>()

  /** Writes what the caller gave with an item; what it did not give stays. False when a number was refused or damped. */
  write(i: number, maker: number, margin: number | null | undefined, trust: number | null | undefined): boolean {
    let fine = true
    if (margin !== undefined) {
      const known = within(margin ?? 0, mostMargin)
      fine = known === (margin ?? 0)
      this.#margin = grown(this.#margin, i + 1)
      this.#priced += Number((known ?? 0) > 0) - Number(this.#margin[i]! > 0)
      this.#margin[i] = known ?? 0
    }
    if (trust === undefined) return fine
    const known = within(trust ?? 1, 1)
    this.#trust = grown(this.#trust, maker + 1, 1)
    if (known !== null) this.#trust[maker] = known
    return fine && known === (trust ?? 1)
  }

  /** Lines of a paid order, as rows of known products; `-1` is passed over. */
  paid(items: Items, id: string, lines: readonly (OrderLineData | null)[], total: unknown): void {
    if (this.#orders.has(id)) return
    const products = lines
      .slice(0, linesKept)
      .map(line => (typeof line?.product === 'string' ? items.ids.find(line.product) : -1))
      .filter(i => i >= 0)
    if (products.length === 0) return
    if (this.#orders.size >= ordersKept) this.#orders.delete(this.#orders.keys().next().value!)
    this.#orders.set(id, { products, total: Math.max(0, minorOf(total)), currency: currencyOf(total), refunded: 0 })
    for (const i of products) this.#count(items, i, 1, 0)
  }

  /** A refund of a remembered order: its share of the total counts for each of its products. False: the data are not of the catalogue's shape. */
  refunded(items: Items, id: string, amount: unknown, full: unknown): boolean {
    const minor = minorOf(amount)
    if (minor < 0) return false
    const order = this.#orders.get(id)
    if (!order) return true
    const known = order.total > 0 && currencyOf(amount) === order.currency
    const share = full === true ? 1 : Math.min(1, order.refunded + (known ? minor / order.total : 0))
    for (const i of order.products) this.#count(items, i, 0, share - order.refunded)
    order.refunded = share
    return true
  }

  /** Share of what was paid for the product that is expected back. */
  refundRate(items: Items, i: number): number {
    const shop = items.maker(i)
    const [paid, back] = shop < this.#shopPaid.length && shop >= 0 ? [this.#shopPaid[shop]!, this.#shopBack[shop]!] : [0, 0]
    const ofShop = (back + shrink.refundShop * priorRefunds) / (paid + shrink.refundShop)
    if (i >= this.#paid.length) return ofShop
    return (this.#back[i]! + shrink.refundProduct * ofShop) / (this.#paid[i]! + shrink.refundProduct)
  }

  /** Expected worth of an order that the item leads to, in units of the operator's currency. */
  of(items: Items, i: number): number {
    if (this.#priced === 0) return 0
    if (items.kind(i) === kindProduct) return this.#ofProduct(items, i)
    let best = 0
    for (let k = 0; k < maxProducts; k++) {
      const product = items.products[i * maxProducts + k]!
      if (product < 0) break
      best = Math.max(best, this.#ofProduct(items, product))
    }
    return best * this.#trusted(items.maker(i))
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    this.#margin = k.column(this.#margin)
    this.#paid = k.column(this.#paid)
    this.#back = k.column(this.#back)
    this.#shopPaid = k.column(this.#shopPaid)
    this.#shopBack = k.column(this.#shopBack)
    this.#trust = k.column(this.#trust)
    this.#priced = k.number(this.#priced)
    const orders = [...this.#orders]
    const ids = k.texts(orders.map(([id]) => id))
    const currencies = k.texts(orders.map(([, o]) => o.currency))
    const numbers = k.column(
      Float64Array.from(orders.flatMap(([, o]) => [o.total, o.refunded, o.products.length, ...o.products])),
    )
    this.#orders.clear()
    let at = 0
    ids.forEach((id, n) => {
      const [total = 0, refunded = 0, length = 0] = numbers.subarray(at, at + 3)
      const products = [...numbers.subarray(at + 3, at + 3 + length)]
      at += 3 + length
      this.#orders.set(id, { products, total, currency: currencies[n]!, refunded })
    })
  }

  /** All that was learned, for the state hash: trailing zeros are left out. */
  memory(): Iterable<number>[] {
    const used = (a: Float32Array, none = 0): Float32Array => a.subarray(0, a.findLastIndex(x => x !== none) + 1)
    const counts = [this.#margin, this.#paid, this.#back, this.#shopPaid, this.#shopBack].map(a => used(a))
    return [...counts, used(this.#trust, 1), [...this.#orders.values()].map(o => o.refunded)]
  }

  get bytes(): number {
    return 12 * this.#paid.length + 12 * this.#shopPaid.length + 160 * this.#orders.size
  }

  #ofProduct(items: Items, i: number): number {
    const margin = i < this.#margin.length ? this.#margin[i]! : 0
    return margin === 0 ? 0 : margin * (1 - this.refundRate(items, i)) * this.#trusted(items.maker(i))
  }

  #trusted(maker: number): number {
    return maker >= 0 && maker < this.#trust.length ? this.#trust[maker]! : 1
  }

  #count(items: Items, i: number, paid: number, back: number): void {
    this.#paid = grown(this.#paid, i + 1)
    this.#back = grown(this.#back, i + 1)
    this.#paid[i]! += paid
    this.#back[i]! += back
    const shop = items.maker(i)
    if (shop < 0) return
    this.#shopPaid = grown(this.#shopPaid, shop + 1)
    this.#shopBack = grown(this.#shopBack, shop + 1)
    this.#shopPaid[shop]! += paid
    this.#shopBack[shop]! += back
  }
}
