import { basename } from 'node:path'
import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { ok, type Result } from '#base/kernel'
import { type ValueWeights, valueWeights, type WeightTables } from '#engines/recommender'
import type { Accounts } from '#rooms/accounts'
import type { Content } from '#rooms/content'
import type { Brain } from './brain.ts'
import { decimal, type Heart, sharesOf } from './heart.ts'
import type { ServedPages } from './served-pages.ts'
import { snapshotTakenAt } from './snapshots.ts'
import { versionOf } from './weights-file.ts'

export interface Ward {
  readonly house: House
  readonly brain: Brain
  readonly served: ServedPages
  readonly doors: { readonly accounts: Pick<Accounts, 'may'>; readonly content: Pick<Content, 'tiles'> }
}

/** Pages that the shares are of, and pages that are offered to be explained. */
const lately = 500
const offered = 4

/** How the recommender is: how fresh, how large, what it turned away, what it weighs by and what it served lately. */
export async function readHeart({ house, brain, served, doors }: Ward, caller: Caller): Promise<Result<Heart, ErrorCode>> {
  const allowed = doors.accounts.may(caller, 'operate')
  if (!allowed.ok) return allowed
  const log = house.log.position()
  const learned = brain.position()
  const [counts, health, weights, pages, snapshot] = await Promise.all([
    brain.ask({ kind: 'counts' }),
    brain.ask({ kind: 'health' }),
    brain.ask({ kind: 'weights' }),
    served.newest(lately),
    snapshotOf(house, brain),
  ])
  return ok({
    at: house.clock.now().toISOString(),
    position: log.toString(),
    learned: learned.toString(),
    behind: log > learned ? Number(log - learned) : 0,
    sizes: { items: counts.items, people: counts.people, tags: counts.tags, pool: counts.pool, bytes: counts.bytes },
    damped: Object.entries(counts.damped).map(([reason, events]) => ({ reason, events })),
    weights: {
      file: basename(house.config.weightsFile),
      version: versionOf(weights),
      table: tableOf(weights.common),
      scenes: ofScenes(weights),
    },
    pools: { promoted: counts.promoted, gates: [...counts.gates] },
    heads: health.map(h => ({
      head: h.head,
      rows: Math.round(h.rows),
      happened: decimal(h.happened),
      predicted: decimal(h.predicted),
      drift: decimal(h.drift),
      counters: decimal(h.trust.counters),
    })),
    served: sharesOf(pages),
    newest: pages.slice(0, offered).map(p => ({ request: p.data.request, at: p.at.toISOString(), scene: p.data.scene })),
    snapshot,
  })
}

const tableOf = (weights: ValueWeights): Heart['weights']['table'] =>
  (Object.keys(valueWeights) as (keyof ValueWeights)[]).map(name => ({
    name,
    byDefault: String(valueWeights[name]),
    now: String(weights[name]),
  }))

const ofScenes = ({ scenes }: WeightTables): Heart['weights']['scenes'] =>
  Object.entries(scenes).flatMap(([scene, table]) => Object.entries(table).map(([name, w]) => ({ scene, name, now: String(w) })))

async function snapshotOf(house: House, brain: Brain): Promise<Heart['snapshot']> {
  const kept = brain.kept()
  if (kept === 0n) return null
  return { position: kept.toString(), at: (await snapshotTakenAt(house))?.toISOString() ?? null }
}
