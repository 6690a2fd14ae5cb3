import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { main } from 'assemblyscript/asc'

const root = fileURLToPath(new URL('../', import.meta.url))
const source = 'engines/recommender/kernels/assembly/kernels.as.ts'
const target = 'engines/recommender/kernels/built.ts'

/** Names the source that a build belongs to. */
export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Compiles the kernels and writes them as a module: the engine reads no files. Run it after every change of the source. */
async function build(): Promise<void> {
  const { error, binary, stderr } = await compile()
  if (error || !binary) throw new Error(`${error?.message ?? 'no binary'}\n${stderr}`)
  const hash = hashOf(readFileSync(root + source, 'utf8'))
  const lines = [
    '// Written by tools/build-kernels.ts from assembly/kernels.as.ts; do not edit.',
    '/** SHA-256 of the source that this build belongs to. */',
    `export const builtFrom = '${hash}'`,
    '/** The module, base64. */',
    '// biome-ignore format: one long word',
    `export const wasm = '${Buffer.from(binary).toString('base64')}'`,
  ]
  writeFileSync(root + target, `${lines.join('\n')}\n`)
  console.log(`${target}: ${binary.length} bytes`)
}

async function compile() {
  let binary: Uint8Array | null = null
  const options = ['--runtime', 'stub', '--importMemory', '--noAssert', '--optimizeLevel', '3', '--converge', '--enable', 'simd']
  const { error, stderr } = await main([source, '--outFile', 'kernels.wasm', ...options], {
    readFile: name => (name === source ? readFileSync(root + source, 'utf8') : null),
    writeFile: (name, contents) => {
      if (name === 'kernels.wasm') binary = contents as Uint8Array
    },
    listFiles: () => [],
  })
  return { error, binary: binary as Uint8Array | null, stderr: stderr.toString() }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
