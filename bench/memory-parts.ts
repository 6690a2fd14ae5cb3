import type { BareBrowser } from './bare-browser.ts'

/** Megabytes of one process by allocator, as Chromium's memory-infra tells them; ids in names are stars, their sizes are added. */
export interface MemoryParts {
  readonly pid: number
  readonly parts: ReadonlyMap<string, number>
}
interface Dump {
  readonly pid: number
  readonly ph: string
  readonly args?: {
    readonly dumps?: { readonly allocators?: Record<string, Node>; readonly process_totals?: Record<string, string> }
  }
}
interface Node {
  readonly attrs?: { readonly size?: { readonly value: string } }
}
const mega = (hex: string) => Number.parseInt(hex, 16) / 2 ** 20

/** One dump of every process: Chromium's own figures, and what each allocator holds. Its folders are sums, so parents hold their children. */
export async function memoryParts(browser: BareBrowser): Promise<MemoryParts[]> {
  const categories = ['disabled-by-default-memory-infra']
  const text = await traced(browser, { includedCategories: categories, memoryDumpConfig: {} }, () =>
    browser.send('Tracing.requestMemoryDump', { levelOfDetail: 'detailed' }),
  )
  const found = new Map<number, Map<string, number>>()
  const add = (pid: number, name: string, size: number) => {
    const parts = found.get(pid) ?? new Map<string, number>()
    found.set(pid, parts.set(name, (parts.get(name) ?? 0) + size))
  }
  for (const { pid, args } of (JSON.parse(text) as { traceEvents: Dump[] }).traceEvents) {
    for (const [name, value] of Object.entries(args?.dumps?.process_totals ?? {})) add(pid, `total/${name}`, mega(value))
    for (const [name, { attrs }] of Object.entries(args?.dumps?.allocators ?? {}))
      if (attrs?.size) add(pid, name.replace(/0x[0-9a-f]+|[0-9a-f]{6,}|(?<=[/_])\d+/gi, '*'), mega(attrs.size.value))
  }
  return [...found].map(([pid, parts]) => ({ pid, parts }))
}

/** What these categories tell while `run` runs, as Chromium's JSON. */
export async function traced(
  browser: BareBrowser,
  config: Record<string, unknown>,
  run: () => Promise<unknown>,
): Promise<string> {
  const traceConfig = { recordMode: 'recordUntilFull', excludedCategories: ['*'], ...config }
  await browser.send('Tracing.start', { traceConfig, transferMode: 'ReturnAsStream' })
  await run()
  const complete = browser.next<{ stream: string }>('Tracing.tracingComplete')
  await browser.send('Tracing.end')
  const { stream: handle } = await complete
  const pieces: Buffer[] = []
  for (let end = false; !end; ) {
    const piece = await browser.send<{ data: string; base64Encoded?: boolean; eof: boolean }>('IO.read', {
      handle,
      size: 1 << 20,
    })
    pieces.push(Buffer.from(piece.data, piece.base64Encoded ? 'base64' : 'utf8'))
    end = piece.eof
  }
  await browser.send('IO.close', { handle })
  return Buffer.concat(pieces).toString('utf8')
}
