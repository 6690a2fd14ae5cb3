import type { ClientEventName, ClientEvents } from '#base/catalogue'

/** False: a field that may be missing. */
type Fields<N extends ClientEventName> = {
  readonly [K in keyof ClientEvents[N]]-?: undefined extends ClientEvents[N][K] ? false : true
}
/** Which fields each client kind takes, and on what it may be about. A kind without its row does not compile. */
const shapes: { readonly [N in ClientEventName]: { readonly about: 'post' | 'product' | 'shop'; readonly fields: Fields<N> } } = {
  'post.impression': { about: 'post', fields: { ms: true, medium: false } },
  'post.viewed': { about: 'post', fields: { ms: true, durationMs: true, exit: true, medium: false } },
  'product.impression': { about: 'product', fields: { ms: true } },
  'product.clicked': { about: 'product', fields: { surface: true } },
  'product.viewed': { about: 'product', fields: { ms: true } },
  'reviews.read': { about: 'product', fields: { ms: true, count: true } },
  'price_history.viewed': { about: 'product', fields: { ms: true } },
  'shop.viewed': { about: 'shop', fields: { ms: true } },
  'player.measured': { about: 'post', fields: { firstFrameMs: true, ready: true, stalls: true, rung: true, bytes: true } },
}

/** What is wrong with a client event's data, or null. */
export function dataProblem(name: ClientEventName, about: string, data: Readonly<Record<string, unknown>>): string | null {
  const shape = shapes[name]
  if (about !== shape.about) return `${name} is about a ${shape.about}`
  for (const [field, needed] of Object.entries(shape.fields))
    if (needed && data[field] === undefined) return `${name} needs ${field}`
  for (const field of Object.keys(data)) if (!Object.hasOwn(shape.fields, field)) return `${name} takes no ${field}`
  return null
}
