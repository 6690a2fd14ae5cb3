import type { House } from '#base/house'

const bodyKey = 'feed/state.snapshot'
const headKey = 'feed/state.json'

/** Whose log the snapshot belongs to: a restored or emptied database has another event at that position, or none. */
interface Head {
  readonly position: string
  readonly event: string
}
export interface Kept {
  readonly bytes: Uint8Array
  readonly position: bigint
}

/** What the storage holds under a key, null for nothing. */
export async function bytesOf(house: House, key: string): Promise<Uint8Array | null> {
  const found = await house.storage.open(key)
  if (!found) return null
  const parts: Buffer[] = []
  for await (const part of found.stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
const eventAt = async (house: House, position: bigint): Promise<string | null> =>
  (await house.log.read(position - 1n, 1)).find(e => e.position === position)?.id ?? null

/** The newest snapshot, when it was taken of this very log; else null, and the log is read from its beginning. */
export async function readSnapshot(house: House): Promise<Kept | null> {
  try {
    const head = await bytesOf(house, headKey)
    const bytes = head && (await bytesOf(house, bodyKey))
    if (!head || !bytes) return null
    const { position, event } = JSON.parse(Buffer.from(head).toString('utf8')) as Head
    if (!/^\d{1,18}$/.test(position) || (await eventAt(house, BigInt(position))) !== event) return null
    return { bytes, position: BigInt(position) }
  } catch (error) {
    house.logger.warn({ err: error }, 'the snapshot of the feed can not be read; the log is read instead')
    return null
  }
}

/** When the snapshot that lies there was written. */
export const snapshotTakenAt = async (house: House): Promise<Date | null> => (await house.storage.stat(bodyKey))?.modified ?? null

/** Keeps a snapshot in place of the one before. The head comes last: until then the old pair no longer fits together and is passed over. */
export async function writeSnapshot(house: House, { bytes, position }: Kept): Promise<void> {
  const event = await eventAt(house, position)
  if (event === null) return
  await house.storage.remove(headKey)
  await house.storage.put(bodyKey, bytes)
  await house.storage.put(headKey, Buffer.from(JSON.stringify({ position: String(position), event } satisfies Head)))
}
