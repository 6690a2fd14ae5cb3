// Budgets of the pages in Brotli kilobytes: the first route of each app, and its style sheet. Fails when one is over.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

const dist = fileURLToPath(new URL('./dist/', import.meta.url))
const budgets = { index: { js: 150, css: 18 }, studio: { js: 300, css: 30 }, console: { js: 280, css: 30 } }
const size = path => brotliCompressSync(readFileSync(dist + path)).length / 1000
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'))

/** The shopper's entry is small and loads the app when the first picture is shown. */
const apps = { index: ['shopper/app.tsx'] }
/** What the browser loads before the first route shows: the entry and everything that it imports statically. */
function first(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key].imports ?? []) first(next, seen)
  return seen
}
let over = 0
for (const [page, budget] of Object.entries(budgets)) {
  const seen = first(`${page}.html`)
  for (const key of apps[page] ?? []) first(key, seen)
  const chunks = [...seen].map(key => manifest[key])
  const js = chunks.reduce((sum, c) => sum + size(c.file), 0)
  const css = [...new Set(chunks.flatMap(c => c.css ?? []))].reduce((sum, file) => sum + size(file), 0)
  for (const [kind, value, limit] of [
    ['js', js, budget.js],
    ['css', css, budget.css],
  ]) {
    if (value > limit) over++
    console.log(`${value > limit ? 'OVER' : 'ok  '} ${page} ${kind}: ${value.toFixed(1)} kB of ${limit} kB`)
  }
}
/** What is loaded on demand, a page or the player of long clips: what it needs beyond the first route. */
const later = { 'shopper/edit/EditPage.tsx': 130, 'shopper/watch/hls-library.ts': 115 }
for (const [page, limit] of Object.entries(later)) {
  const known = first('shopper/app.tsx', first('index.html'))
  const own = [...first(page)].filter(key => !known.has(key))
  const js = own.reduce((sum, key) => sum + size(manifest[key].file), 0)
  if (js > limit) over++
  console.log(`${js > limit ? 'OVER' : 'ok  '} ${page} js: ${js.toFixed(1)} kB of ${limit} kB`)
}
console.log(`${readdirSync(`${dist}assets`).length} files in assets`)
process.exit(over ? 1 : 0)
