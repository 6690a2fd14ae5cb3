import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'
import { loops } from './check-rooms.ts'
import { type Node, readSource, type Source, sourceFiles, walk } from './imports.ts'

/** The budgets of style, in lines. Code only: tests, tables of words and pictures of the demo are counted by the file limit alone. */
export const budgets = { fileP90: 200, fileMax: 400, functionP90: 30, functionMax: 60, parameters: 5, any: 0, loops: 0 } as const

interface Size {
  readonly name: string
  readonly lines: number
}
export interface Measured {
  readonly files: readonly Size[]
  readonly functions: readonly Size[]
  readonly parameters: readonly Size[]
  readonly any: readonly string[]
  readonly loops: readonly string[][]
}

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

function functionsOf(source: Source): { functions: Size[]; parameters: Size[]; any: string[] } {
  const { program } = parseSync(source.file, source.text)
  const starts = [0]
  for (let i = source.text.indexOf('\n'); i >= 0; i = source.text.indexOf('\n', i + 1)) starts.push(i + 1)
  const lineAt = (offset: number) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
  const functions: Size[] = []
  const parameters: Size[] = []
  const any: string[] = []
  walk(program as unknown as Node, node => {
    if (node.type === 'TSAnyKeyword') any.push(`${source.file}:${lineAt(node.start)}`)
    if (!functionTypes.has(node.type) || !node.body) return
    const name = `${source.file}:${lineAt(node.start)}`
    functions.push({ name, lines: ownLines(node, lineAt) })
    parameters.push({ name, lines: (node.params as unknown[] | undefined)?.length ?? 0 })
  })
  return { functions, parameters, any }
}

/** Lines of a function without the functions inside it: a factory that only holds small actions is not a long function. */
function ownLines(node: Node, lineAt: (offset: number) => number): number {
  let lines = lineAt(node.end) - lineAt(node.start) + 1
  const inner = (n: Node): void => {
    for (const value of Object.values(n))
      for (const child of (Array.isArray(value) ? value : [value]) as Node[]) {
        if (!child || typeof child !== 'object' || !('type' in child)) continue
        if (functionTypes.has(child.type) && child.body) lines -= Math.max(0, lineAt(child.end) - lineAt(child.start))
        else inner(child)
      }
  }
  inner(node)
  return lines
}

export function measure(root: string): Measured {
  const sources = ['base', 'engines', 'rooms', 'flows', 'apps', 'testing', 'tools', 'bench']
    .filter(f => existsSync(join(root, f)))
    .flatMap(f => sourceFiles(root, f))
    .map(f => readSource(root, f))
  const code = sources.filter(s => !/\.test\.tsx?$/.test(s.file)).map(functionsOf)
  return {
    files: sources.map(s => ({ name: s.file, lines: s.text.split('\n').length - 1 })),
    functions: code.flatMap(c => c.functions),
    parameters: code.flatMap(c => c.parameters),
    any: code.flatMap(c => c.any),
    loops: loops(sources),
  }
}

const p90 = (sizes: readonly Size[]) => [...sizes].sort((a, b) => a.lines - b.lines)[Math.floor(sizes.length * 0.9)]?.lines ?? 0
const over = (sizes: readonly Size[], limit: number) => sizes.filter(s => s.lines > limit).sort((a, b) => b.lines - a.lines)

/** A line a budget: what was measured, and whether it holds. */
export function judge(m: Measured): { line: string; holds: boolean }[] {
  const row = (name: string, value: number, budget: number, worst: readonly string[] = []) => ({
    line: `${value <= budget ? 'ok  ' : 'OVER'} ${name}: ${value} (budget ${budget})${worst.length ? `\n       ${worst.slice(0, 12).join('\n       ')}` : ''}`,
    holds: value <= budget,
  })
  const names = (sizes: readonly Size[]) => sizes.map(s => `${s.name} ${s.lines}`)
  return [
    row('lines of a file, p90', p90(m.files), budgets.fileP90),
    row('files over 400 lines', over(m.files, budgets.fileMax).length, 0, names(over(m.files, budgets.fileMax))),
    row('lines of a function, p90', p90(m.functions), budgets.functionP90),
    row(
      'functions over 60 lines',
      over(m.functions, budgets.functionMax).length,
      0,
      names(over(m.functions, budgets.functionMax)),
    ),
    row(
      'functions with more than 5 parameters',
      over(m.parameters, budgets.parameters).length,
      0,
      names(over(m.parameters, budgets.parameters)),
    ),
    row('any', m.any.length, budgets.any, m.any),
    row(
      'import loops',
      m.loops.length,
      budgets.loops,
      m.loops.map(l => l.join(' → ')),
    ),
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const measured = measure(fileURLToPath(new URL('../', import.meta.url)))
  const rows = judge(measured)
  console.log(
    `${measured.files.length} files, ${measured.files.reduce((n, f) => n + f.lines, 0)} lines, ${measured.functions.length} functions`,
  )
  for (const r of rows) console.log(r.line)
  process.exit(rows.every(r => r.holds) ? 0 : 1)
}
