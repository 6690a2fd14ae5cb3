import { mkdir, statfs } from 'node:fs/promises'
import type { FastifyReply } from 'fastify'
import { CodedError } from '#base/http'
import type { Workshop } from './workshop.ts'

/** Seconds after which a client may ask again: time for an operator to make room. */
const retrySeconds = 600

export const noRoom = 'This server has no room for uploads at the moment; try again later'

/** False when the disk would run full: serving, orders and the database need the rest. */
export async function hasRoom(shop: Workshop, length = 0): Promise<boolean> {
  await mkdir(shop.uploads, { recursive: true })
  const { bavail, bsize } = await statfs(shop.uploads)
  // What is made of an upload takes about as much again, for a while.
  if (bavail * bsize - 2 * length >= shop.house.config.minFreeMb * 1e6) return true
  shop.house.logger.warn({ freeMb: Math.floor((bavail * bsize) / 1e6) }, 'disk nearly full: uploads and edits are refused')
  return false
}

/** Takes no bytes when the disk would run full. */
export async function refuseWhenFull(shop: Workshop, reply: FastifyReply, length = 0): Promise<void> {
  if (await hasRoom(shop, length)) return
  reply.header('retry-after', retrySeconds)
  throw new CodedError('storage_full', noRoom)
}
