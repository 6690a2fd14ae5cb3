import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'oxc-parser'

export interface Import {
  readonly file: string
  readonly line: number
  readonly target: string | null
  readonly how: 'import' | 're-export' | 'import()'
  /** Erased before it runs: an arrow like any other, but it can't make the order of loading part of the logic. */
  readonly typeOnly: boolean
}
export interface Source {
  readonly file: string
  readonly text: string
  readonly imports: readonly Import[]
}

const skip = new Set(['node_modules', 'dist', '.git', '.enishi', 'coverage', 'public'])

/** Source files below `root`, as paths relative to it with forward slashes. */
export function sourceFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory()) return skip.has(entry.name) ? [] : sourceFiles(root, path)
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })
}

/** Everything that a file names from elsewhere: imports, re-exports, `import()` and `import('…')` types. */
export function readSource(root: string, file: string): Source {
  const text = readFileSync(join(root, file), 'utf8')
  const { module, program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const at = (offset: number) => text.slice(0, offset).split('\n').length
  const imports: Import[] = module.staticImports.map(i => ({
    file,
    line: at(i.start),
    target: i.moduleRequest.value,
    how: 'import' as const,
    typeOnly: i.entries.length > 0 && i.entries.every(e => e.isType),
  }))
  for (const e of module.staticExports)
    for (const entry of e.entries)
      if (entry.moduleRequest)
        imports.push({ file, line: at(e.start), target: entry.moduleRequest.value, how: 're-export', typeOnly: entry.isType })
  walk(program as unknown as Node, node => {
    if (node.type !== 'ImportExpression' && node.type !== 'TSImportType') return
    const source = (node.source ?? node.argument) as { value?: unknown; literal?: { value?: unknown } } | undefined
    const value = source?.value ?? source?.literal?.value
    imports.push({
      file,
      line: at(node.start),
      target: typeof value === 'string' ? value : null,
      how: 'import()',
      typeOnly: node.type === 'TSImportType',
    })
  })
  return { file, text, imports }
}

export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node)) {
    if (Array.isArray(value))
      for (const child of value) child && typeof child === 'object' && 'type' in child && walk(child as Node, visit)
    else if (value && typeof value === 'object' && 'type' in value) walk(value as Node, visit)
  }
}

/** The file of ours that an import names, or null for a package. `#base/http` is the door base/http/index.ts. */
export function resolveImport(from: string, target: string): string | null {
  const alias = /^#(base|engines|rooms|flows)\/(.+)$/.exec(target)
  if (alias) return `${alias[1]}/${alias[2]}/index.ts`
  const testing = /^#testing\/(.+)$/.exec(target)
  if (testing) return `testing/${testing[1]}.ts`
  if (!target.startsWith('.')) return null
  return relative('/', join('/', dirname(from), target))
}
