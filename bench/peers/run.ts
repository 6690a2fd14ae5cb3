import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { differences } from './check.ts'
import { gorseBinary, gorseModels, peersHome } from './gorse-server.ts'
import { peersTable, type Run } from './table.ts'
import { runGorse } from './with_gorse.ts'

/**
 * `npm run bench:peers -- --data DIR [--data DIR …] [--only WORD] [--ours]`: installs the peers outside the repository, runs each on each folder
 * that it fits, keeps the figures in results.json and writes the table into docs/benchmarks.md. Without --data only the table is written.
 */
const here = import.meta.dirname
const root = fileURLToPath(new URL('../../', import.meta.url))
const minutes = Number(process.env.ENISHI_PEERS_MINUTES ?? 30)
const resultsPath = join(here, 'results.json')

type Protocol = 'leave-one-out' | 'session-prefix' | 'set-recall' | 'prequential'
interface Peer {
  readonly model: string
  /** Whose packages: a file of requirements, installed into an environment of that name. */
  readonly packages: 'requirements' | 'requirements-recbole'
  readonly script: string
  readonly args: readonly string[]
  readonly protocols: readonly Protocol[]
}

const ranking = ['leave-one-out', 'session-prefix', 'set-recall'] as const
const python = (model: string, script: string, args: readonly string[], protocols: readonly Protocol[]): Peer => ({
  model,
  packages: script === 'with_recbole.py' ? 'requirements-recbole' : 'requirements',
  script,
  args,
  protocols,
})
const peers: readonly Peer[] = [
  python('popularity', 'with_popularity.py', [], [...ranking, 'prequential']),
  ...['cosine', 'bm25', 'als'].map(kind => python(`implicit ${kind}`, 'with_implicit.py', [kind], ranking)),
  ...['EASE', 'SASRec', 'NARM'].map(kind => python(`RecBole ${kind}`, 'with_recbole.py', [kind], ranking)),
  python('LightGBM, daily', 'with_lightgbm.py', [], ['prequential']),
  ...['logistic', 'fm'].map(kind => python(`river ${kind}`, 'with_river.py', [kind], ['prequential'])),
]

/** The Python of an environment; made and filled when it is not there yet. */
function pythonOf(packages: Peer['packages']): string {
  const folder = join(peersHome, packages)
  const bin = join(folder, 'bin/python')
  if (existsSync(join(folder, 'installed'))) return bin
  mkdirSync(peersHome, { recursive: true })
  execFileSync(process.env.ENISHI_PYTHON ?? 'python3', ['-m', 'venv', folder], { stdio: 'inherit' })
  execFileSync(bin, ['-m', 'pip', 'install', '-q', '-r', join(here, `${packages}.txt`)], { stdio: 'inherit' })
  writeFileSync(join(folder, 'installed'), '')
  return bin
}

/** One thread each, no GPU; a model that fails or runs over its time is kept as a note. */
function runPeer(peer: Peer, folder: string, data: string): Run {
  const one = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1', CUDA_VISIBLE_DEVICES: '' }
  const { stdout, status, signal } = spawnSync(pythonOf(peer.packages), [join(here, peer.script), folder, ...peer.args], {
    env: { ...process.env, ...one, ENISHI_PEERS_MINUTES: String(minutes) },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    timeout: minutes * 4 * 60_000,
  })
  const line = stdout.split('\n').find(l => l.startsWith('{'))
  if (status === 0 && line) return JSON.parse(line) as Run
  return { data, model: peer.model, metrics: {}, note: `no figure: ${signal ?? `ended with ${status}`}` }
}

function runOurs(folder: string): Run {
  const args = [join(root, 'apps/cli/main.ts'), 'evaluate', 'quality', '--data', folder, '--json']
  const line = execFileSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })
  return { model: 'Enishi', ...(JSON.parse(line) as Omit<Run, 'model'>) }
}

/** Gorse knows people, not bare histories: sessions and rows of impressions are not for it. */
async function measureGorse(folder: string, data: string, only: string): Promise<void> {
  for (const model of gorseModels) {
    if (!model.includes(only)) continue
    console.error(`${data}: ${model}`)
    try {
      keep(await runGorse(gorseBinary(), folder, model, minutes))
    } catch (error) {
      keep({ data, model, metrics: {}, note: `no figure: ${String(error).slice(0, 200)}` })
    }
  }
}

const readRuns = (): Run[] => (existsSync(resultsPath) ? (JSON.parse(readFileSync(resultsPath, 'utf8')) as Run[]) : [])
function keep(run: Run): void {
  const runs = readRuns()
  const at = runs.findIndex(r => r.data === run.data && r.model === run.model)
  if (at < 0) runs.push(run)
  else runs[at] = { ...run, ...(run.note ? {} : { note: undefined }) }
  writeFileSync(resultsPath, `[\n${runs.map(r => `  ${JSON.stringify(r)}`).join(',\n')}\n]\n`)
}

function render(): void {
  const page = join(root, 'docs/benchmarks.md')
  const [before, rest] = readFileSync(page, 'utf8').split('<!-- peers -->\n') as [string, string?]
  if (rest === undefined) throw new Error('docs/benchmarks.md has lost its mark <!-- peers -->')
  const after = rest.slice(rest.indexOf('<!-- /peers -->'))
  writeFileSync(page, `${before}<!-- peers -->\n${peersTable(readRuns())}\n${after}`)
}

async function measure(folder: string, only: string, ours: boolean): Promise<void> {
  const { name, protocol } = JSON.parse(readFileSync(join(folder, 'dataset.json'), 'utf8')) as {
    name: string
    protocol: Protocol
  }
  const wrong = await differences(pythonOf('requirements'), folder)
  if (wrong.length > 0) throw new Error(`cuts or metrics differ, nothing is compared:\n${wrong.join('\n')}`)
  console.error(`${name}: popularity is the same by our code and by theirs`)
  if (ours) keep(runOurs(folder))
  for (const peer of peers) {
    if (!peer.protocols.includes(protocol) || !peer.model.includes(only)) continue
    console.error(`${name}: ${peer.model}`)
    keep(runPeer(peer, folder, name))
  }
  if (protocol === 'leave-one-out' || protocol === 'set-recall') await measureGorse(folder, name, only)
}

const { values } = parseArgs({
  options: {
    data: { type: 'string', multiple: true, default: [] },
    only: { type: 'string', default: '' },
    ours: { type: 'boolean', default: false },
  },
})
for (const folder of values.data) await measure(folder, values.only, values.ours)
render()
