import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Import, readSource, resolveImport, type Source, sourceFiles } from './imports.ts'
import { engineBase, floors, outsiders, rooms, web } from './rooms.ts'

/** Where a file lives: its floor, its unit there, and the path inside the unit. */
interface Place {
  readonly floor: string
  readonly unit: string
  readonly inside: string
}
export function placeOf(file: string): Place {
  const [floor = '', unit = '', ...rest] = file.split('/')
  return rest.length > 0 ? { floor, unit, inside: rest.join('/') } : { floor, unit: '', inside: unit }
}
const isTest = (file: string) => /\.test\.tsx?$/.test(file)
const beside = new Set(['testing', 'tools', 'bench'])

/** Why this import is against the law, or null. */
export function objection(i: Import): string | null {
  if (i.target === null) return 'import() of a computed name can hide an arrow; write the name'
  const to = resolveImport(i.file, i.target)
  if (to === null) return null
  const a = placeOf(i.file)
  const b = placeOf(to)
  const free = isTest(i.file) || beside.has(a.floor)
  if (b.floor === 'testing' || /(^|\/)testing\.ts$/.test(to))
    return free || a.inside === 'testing.ts' ? null : 'builders of testing are for tests only'
  if (a.floor === b.floor && a.unit === b.unit)
    return a.floor === 'apps' && a.unit === 'web' ? webObjection(a.inside, b.inside) : null
  if (free)
    return !beside.has(b.floor) && b.floor !== 'apps' && b.inside !== 'index.ts' && isTest(i.file)
      ? `name the door: ${doorName(b)}`
      : null
  if (!(a.floor in floors)) return null
  return floorObjection(a, b) ?? doorObjection(a, b, i)
}

function floorObjection(a: Place, b: Place): string | null {
  const allowed = floors[a.floor as keyof typeof floors] as readonly string[]
  if (a.floor === 'apps' && a.unit in outsiders) {
    const few = outsiders[a.unit] as readonly string[]
    return few.includes(`${b.floor}/${b.unit}`)
      ? null
      : `apps/${a.unit} may import ${few.join(', ') || 'nothing'} of ours: it lives by the public API`
  }
  if (!allowed.includes(b.floor))
    return `${a.floor} may not import ${b.floor}; imports run downwards. Allowed: ${allowed.join(', ')}`
  if (a.floor === 'engines' && !(engineBase as readonly string[]).includes(b.unit))
    return `an engine may import ${engineBase.map(e => `base/${e}`).join(' and ')} only`
  if (a.floor === 'apps' && b.floor === 'apps') return 'an app may not import another app'
  if (a.floor === 'rooms' && b.floor === 'rooms') {
    const arrows = [...((rooms as Record<string, readonly string[]>)[a.unit] ?? []), 'accounts']
    if (!(a.unit in rooms)) return `rooms/${a.unit} is not in tools/rooms.ts`
    if (!arrows.includes(b.unit) || a.unit === 'accounts')
      return `rooms/${a.unit} may not import rooms/${b.unit}. Allowed: ${a.unit === 'accounts' ? 'nothing' : arrows.join(', ')}. Publish an event or write a flow`
  }
  return null
}

const doorName = (b: Place) => `#${b.floor}/${b.unit}`
function doorObjection(a: Place, b: Place, i: Import): string | null {
  if (b.inside !== 'index.ts') return `only the door may be named: ${doorName(b)}`
  if (i.how === 're-export') return `a door does not re-export another unit; import ${doorName(b)} where it is needed`
  if (i.how === 'import()') return `import() of ${doorName(b)} hides an arrow; import it at the top`
  return a.floor !== 'engines' && i.target?.startsWith('.') ? `name it by its door: ${doorName(b)}` : null
}

function webObjection(from: string, to: string): string | null {
  const folderOf = (path: string) => Object.keys(web).find(f => path.startsWith(`${f}/`))
  const a = folderOf(from)
  const b = folderOf(to)
  if (!a || !b || a === b) return null
  return web[a]?.includes(b) ? null : `apps/web/${a} may not import apps/web/${b}. Allowed: ${web[a]?.join(', ') || 'nothing'}`
}

/** Groups of files that import each other in a ring. Type-only imports are erased and don't count. */
export function loops(sources: readonly Source[]): string[][] {
  const edges = new Map(
    sources.map(s => [
      s.file,
      s.imports.flatMap(i => (i.target === null || i.typeOnly ? [] : (resolveImport(s.file, i.target) ?? []))),
    ]),
  )
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (v: string): void => {
    index.set(v, index.size)
    low.set(v, index.get(v) as number)
    stack.push(v)
    for (const w of edges.get(v) ?? []) {
      if (!edges.has(w)) continue
      if (!index.has(w)) visit(w)
      if (stack.includes(w)) low.set(v, Math.min(low.get(v) as number, low.get(w) as number))
    }
    if (low.get(v) !== index.get(v)) return
    const ring = stack.splice(stack.indexOf(v))
    if (ring.length > 1 || edges.get(v)?.includes(v)) found.push(ring)
  }
  for (const v of edges.keys()) if (!index.has(v)) visit(v)
  return found
}

/** Every offence below `root`, a line each. */
export function checkRooms(root: string): string[] {
  const sources = ['base', 'engines', 'rooms', 'flows', 'apps', 'testing', 'tools', 'bench']
    .filter(f => existsSync(join(root, f)))
    .flatMap(f => sourceFiles(root, f))
    .map(f => readSource(root, f))
  const offences = sources.flatMap(s =>
    s.imports.flatMap(i => {
      const why = objection(i)
      return why ? [`${i.file}:${i.line} ${i.how} ${i.target ?? '(computed)'}: ${why}`] : []
    }),
  )
  for (const s of sources)
    if (
      /process\.env/.test(s.text) &&
      !/^(tools|testing|bench|base\/config|apps\/web\/vite)\/|^apps\/(server|cli)\/(main|config)\.ts$|\.test\.tsx?$/.test(
        s.file,
      ) &&
      !s.file.startsWith('apps/simulator') &&
      s.file !== 'apps/web/vite.config.ts'
    )
      offences.push(`${s.file}: process.env is read once, in base/config`)
  return [...offences, ...loops(sources).map(ring => `import loop: ${ring.join(' → ')}`)]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const offences = checkRooms(fileURLToPath(new URL('../', import.meta.url)))
  for (const line of offences) console.error(line)
  console.log(
    offences.length === 0 ? 'check-rooms: every import is allowed, no loops' : `check-rooms: ${offences.length} offences`,
  )
  process.exit(offences.length === 0 ? 0 : 1)
}
