import type { EventData, EventName, LoggedEvent, Source, SubjectKind } from '#base/catalogue'
import type { Id } from '#base/kernel'

/** A planted log: builds numbered events with one line each. For tests and benchmarks only. */
export class Plant {
  readonly #shops = new Map<string, string>()
  readonly events: LoggedEvent[] = []
  readonly start = Date.parse('2026-03-01T00:00:00Z')

  /** `hour` counts from the start; the subject is `kind:id`. */
  add<N extends EventName>(hour: number, name: N, person: string | null, subject: string, data: EventData[N]): void {
    const [kind, id] = subject.split(':') as [SubjectKind, string]
    const position = BigInt(this.events.length + 1)
    this.events.push({
      position,
      id: `evt_${position}`,
      name,
      at: new Date(this.start + hour * 3_600_000),
      person,
      session: null,
      surface: null,
      subject: { kind, id },
      source: null,
      data,
    } as unknown as LoggedEvent)
  }

  product(id: string, shop: string): void {
    this.#shops.set(id, shop)
    this.add(0, 'product.published', null, `product:${id}`, {
      shop: shop as Id<'shop'>,
      category: 'tea',
      tags: [],
      price: { minor: '1200', currency: 'JPY' },
      inStock: true,
    })
  }

  post(hour: number, id: string, author: string, products: readonly string[], grownFrom: string | null = null): void {
    this.add(hour, 'post.published', author, `post:${id}`, {
      author: author as Id<'person'>,
      shop: null,
      format: 'video',
      durationMs: 10_000,
      tags: [],
      products: products as Id<'product'>[],
      language: 'ja',
      disclosure: 'none',
      grownFrom: grownFrom as Id<'line'> | null,
    })
  }

  impression(hour: number, person: string, post: string, ms = 3000): void {
    this.add(hour, 'post.impression', person, `post:${post}`, { ms })
  }

  watch(hour: number, person: string, post: string, ms = 8000): void {
    this.add(hour, 'post.viewed', person, `post:${post}`, { ms, durationMs: 10_000, exit: 'next' })
  }

  /** One line, `lin_<order>`, of the product's shop; `source` is what led to it. */
  buy(hour: number, person: string, order: string, product: string, source: Source | null = null): void {
    const total = { minor: '1200', currency: 'JPY' }
    this.add(hour, 'order.paid', person, `order:${order}`, {
      shop: (this.#shops.get(product) ?? 'shp_unknown') as Id<'shop'>,
      total,
      lines: [{ line: `lin_${order}`, product: product as Id<'product'>, variant: 'var_1', quantity: 1, total, source }],
    })
  }

  refund(hour: number, order: string, shop: string, full = true): void {
    this.add(hour, 'order.refunded', 'per_staff', `order:${order}`, {
      shop: shop as Id<'shop'>,
      amount: { minor: '1200', currency: 'JPY' },
      full,
    })
  }

  deliver(hour: number, order: string, product: string, shop: string): void {
    this.add(hour, 'order.delivered', null, `order:${order}`, {
      shop: shop as Id<'shop'>,
      lines: [{ line: `lin_${order}`, product: product as Id<'product'> }],
    })
  }

  review(hour: number, person: string, review: string, order: string, product: string): void {
    this.add(hour, 'review.written', person, `review:${review}`, {
      product: product as Id<'product'>,
      order: order as Id<'order'>,
      line: `lin_${order}`,
      stars: 5,
      media: false,
    })
  }

  pulse(hour: number, person: string, order: string, product: string, score: number): void {
    this.add(hour, 'pulse.answered', person, `order:${order}`, {
      order: order as Id<'order'>,
      product: product as Id<'product'>,
      score,
    })
  }

  merge(hour: number, from: string, into: string): void {
    this.add(hour, 'person.merged', into, `person:${into}`, { from: from as Id<'person'> })
  }

  erase(hour: number, person: string): void {
    this.add(hour, 'person.erased', person, `person:${person}`, {})
  }

  at(hour: number): Date {
    return new Date(this.start + hour * 3_600_000)
  }
}
