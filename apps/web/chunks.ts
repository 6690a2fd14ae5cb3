import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const app = here('./shopper/app.tsx')
const product = here('./shopper/product/ProductPage.tsx')
const desk = [here('./studio/main.tsx'), here('./console/main.tsx')]

interface Known {
  readonly importedIds: readonly string[]
  readonly dynamicallyImportedIds: readonly string[]
}
interface Graph {
  getModuleInfo(id: string): Known | null
}

/** Every module that is reached from these, with or without what is loaded on demand. */
function reach(from: readonly string[], graph: Graph, demand: boolean): Set<string> {
  const seen = new Set<string>()
  const open = [...from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const known = graph.getModuleInfo(id)
    open.push(...(known?.importedIds ?? []), ...(demand ? (known?.dynamicallyImportedIds ?? []) : []))
  }
  return seen
}

let ofApp: Set<string> | null = null
let ofProduct: Set<string> | null = null
let ofDesk: Set<string> | null = null
/**
 * What the shopper's first screen needs comes in two files: `base`, which studio and console use too, and `shell`. Left alone the
 * bundler makes a file of every set of modules that two pages share, some fifty, and each costs a request.
 */
function firstScreen(id: string, graph: Graph): string | null {
  ofApp ??= reach([app], graph, false)
  ofDesk ??= reach(desk, graph, true)
  if (id === app || id.endsWith('.css') || !ofApp.has(id)) return null
  return ofDesk.has(id) ? 'base' : 'shell'
}
/** A product page is a first screen too, for who follows a link. */
function productPage(id: string, graph: Graph): string | null {
  ofProduct ??= reach([product], graph, false)
  return id !== product && ofProduct.has(id) && !id.endsWith('.css') && !ofDesk?.has(id) ? 'product' : null
}

/** The small entry runs before those are there, so what it imports, with Vite's loader, is a file of its own. */
export const groups = [
  { name: 'boot', test: /shopper[\\/]first-picture\.ts$|vite[\\/]preload-helper/, priority: 2 },
  { name: firstScreen, debugName: 'first screen', priority: 1 },
  { name: productPage, debugName: 'product page' },
]
