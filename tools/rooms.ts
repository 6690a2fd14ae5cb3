/**
 * The one page of allowed arrows. A room may import the doors named here, `accounts`, `base` and `engines`; nothing else.
 * There is no loop, and tools/check-rooms.ts proves it. Sideways and upwards is an event (base/catalogue) or a flow.
 */
export const rooms = {
  accounts: [],
  moderation: [],
  media: [],
  payments: [],
  orders: [],
  trade: [],
  insights: [],
  notices: [],
  catalog: ['media', 'moderation'],
  social: ['moderation'],
  prices: ['catalog'],
  content: ['media', 'catalog', 'moderation'],
  reviews: ['media', 'catalog', 'moderation'],
  search: ['catalog', 'prices', 'content', 'reviews', 'moderation'],
  offers: ['catalog', 'prices'],
  cart: ['catalog', 'prices'],
  feed: ['catalog', 'prices', 'content', 'social', 'reviews', 'moderation', 'media', 'search'],
} as const satisfies Record<string, readonly string[]>

/** Floors from below: a unit may import units of the floors named here, by their doors. */
export const floors = {
  base: ['base'],
  engines: ['base'],
  rooms: ['base', 'engines', 'rooms'],
  flows: ['base', 'rooms'],
  apps: ['base', 'engines', 'rooms', 'flows', 'apps'],
} as const

/** Engines can be used alone as libraries, so of `base` they see only these. */
export const engineBase = ['kernel', 'catalogue'] as const

/**
 * Apps that may not look inside: the simulator lives by the public API like anybody else, the web by its generated client, and by the one
 * engine that says what an edited clip looks like (decision 0018).
 */
export const outsiders: Readonly<Record<string, readonly string[]>> = {
  simulator: ['base/kernel'],
  web: ['engines/edit'],
}

/** Inside apps/web: which folders a folder may import, besides itself. */
export const web: Readonly<Record<string, readonly string[]>> = {
  // The design system takes the API's types, its keys and its on/off-line state from the client; messages format the API's money.
  'ui/core': ['i18n', 'client'],
  'ui/loop': ['ui/core'],
  'ui/sums': ['ui/core', 'client', 'i18n'],
  'ui/desk': ['ui/core', 'ui/loop', 'client', 'i18n'],
  i18n: ['client'],
  client: ['i18n'],
  shopper: ['ui/core', 'ui/loop', 'ui/sums', 'client', 'i18n'],
  studio: ['ui/core', 'ui/desk', 'ui/loop', 'ui/sums', 'client', 'i18n'],
  console: ['ui/core', 'ui/desk', 'ui/loop', 'client', 'i18n'],
}
