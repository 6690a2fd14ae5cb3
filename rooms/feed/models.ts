import { createHash } from 'node:crypto'
import type { House } from '#base/house'
import { bytesOf } from './snapshots.ts'

/** Files that are kept: the one in force and the one before, for a replay that stands between the two. */
const kept = 2
const listKey = 'feed/models.json'
const keyOf = (hash: string) => `feed/models/${hash}.model`
const isHash = (hash: unknown): hash is string => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The trained model with this hash; null when it is missing or its bytes are others. */
export async function readModel(house: House, hash: unknown): Promise<Uint8Array | null> {
  if (!isHash(hash)) return null
  const bytes = await bytesOf(house, keyOf(hash))
  return bytes !== null && hashOf(bytes) === hash ? bytes : null
}

/** Keeps a model under its hash, and answers that; the oldest files go. */
export async function writeModel(house: House, bytes: Uint8Array): Promise<string> {
  const hash = hashOf(bytes)
  await house.storage.put(keyOf(hash), bytes)
  const known = [hash, ...(await list(house)).filter(h => h !== hash)]
  for (const old of known.slice(kept)) await house.storage.remove(keyOf(old))
  await house.storage.put(listKey, Buffer.from(JSON.stringify(known.slice(0, kept))))
  return hash
}

/** Hashes of the files that are kept, the newest first. */
async function list(house: House): Promise<string[]> {
  try {
    const found: unknown = JSON.parse(Buffer.from((await bytesOf(house, listKey)) ?? '[]').toString('utf8'))
    return Array.isArray(found) ? found.filter(isHash) : []
  } catch {
    return []
  }
}
