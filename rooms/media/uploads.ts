import { Readable } from 'node:stream'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Caller, CodedError, type ErrorCode, refuseForeignOrigin } from '#base/http'
import { type Id, isId, newId } from '#base/kernel'
import { refuseWhenFull } from './disk-room.ts'
import { countHeld } from './edit-store.ts'
import { finishUpload } from './finish-upload.ts'
import { heldLimits, limits, overlayLimits, soundLimits } from './limits.ts'
import { isMaterial } from './medium.ts'
import { refuseBeyond, usedBy } from './quota.ts'
import { removeMedia } from './remove-media.ts'
import { insert, loadOne, type MediaRow } from './store.ts'
import { type Purpose, purposeOf } from './upload-purpose.ts'
import { uploadTurn } from './upload-turn.ts'
import { sizeOf, sourceOf, type Workshop } from './workshop.ts'

export type Identify = (request: FastifyRequest, reply: FastifyReply, create: boolean) => Promise<Caller>

const path = '/v1/uploads'
/** Headers of the protocol; nothing else of a request reaches it. */
const protocolHeaders = [
  'tus-resumable',
  'upload-length',
  'upload-offset',
  'upload-metadata',
  'upload-defer-length',
  'upload-concat',
  'upload-checksum',
  'content-type',
  'content-length',
] as const
/** What our error shape says where the protocol says a status. */
const codes: Readonly<Record<number, ErrorCode>> = {
  404: 'not_found',
  410: 'not_found',
  409: 'wrong_state',
  413: 'media_too_large',
  415: 'unsupported_media_type',
  500: 'internal',
  503: 'unavailable',
}

/**
 * Resumable uploads, tus 1.0. The medium's row is made with the upload and shares its id; whose it is, is asked at every step.
 * The file lies in the uploads folder under that id, so an upload goes on after a restart.
 */
export function mountUploads(app: FastifyInstance, shop: Workshop, identify: Identify): void {
  const server = tusServer(shop)
  void app.register(async scope => {
    // Bodies are streams here: the bytes of a clip are never held in memory.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    const options = { schema: { hide: true }, compress: false, bodyLimit: limits.videoBytes } as object
    const pass = (request: FastifyRequest, reply: FastifyReply) => forward(server, request, reply)
    scope.options(path, options, pass)
    scope.options(`${path}/:id`, options, pass)
    scope.post(path, options, async (request, reply) => {
      refuseForeignOrigin(request, shop.house.config.publicUrl)
      const caller = await identify(request, reply, true)
      const purpose = purposeOf(request.headers['upload-metadata'])
      const length = Number(request.headers['upload-length']) || 0
      refuseTooLarge(purpose, length)
      await refuseWhenFull(shop, reply, length)
      const counted = await uploadTurn(caller.person)
      try {
        return await forward(server, request, reply, { ...(await begin(shop, caller, purpose, length)), counted })
      } finally {
        counted()
      }
    })
    scope.head(`${path}/:id`, options, async (request, reply) => {
      const row = await mine(shop, request, await identify(request, reply, true))
      reply.header('upload-media-id', row.id)
      if (row.state !== 'uploading' || (await finishedUnheard(shop, row))) return answerFinished(row, reply)
      return forward(server, request, reply)
    })
    scope.patch(`${path}/:id`, options, async (request, reply) => {
      refuseForeignOrigin(request, shop.house.config.publicUrl)
      const row = await mine(shop, request, await identify(request, reply, true))
      reply.header('upload-media-id', row.id)
      if (row.state !== 'uploading') throw new CodedError('wrong_state', 'This upload is complete')
      await refuseWhenFull(shop, reply)
      return forward(server, request, reply)
    })
    scope.delete(`${path}/:id`, options, async (request, reply) => {
      refuseForeignOrigin(request, shop.house.config.publicUrl)
      const row = await mine(shop, request, await identify(request, reply, true))
      if (row.state !== 'uploading' && row.state !== 'held')
        throw new CodedError('wrong_state', 'This upload is complete; delete what uses it instead')
      await removeMedia(shop, row.id)
      return reply.code(204).header('tus-resumable', '1.0.0').send()
    })
  })
}

interface Creation {
  readonly media: Id<'media'>
  readonly owner: Id<'person'>
  readonly purpose: Purpose
  /** Lets this person's next beginning be judged. */
  readonly counted: () => void
}
const creations = new WeakMap<Request, Creation>()

function tusServer(shop: Workshop): Server {
  const datastore = new FileStore({ directory: shop.uploads })
  // A length must be told at once, or no limit could be kept; unfinished uploads are swept by our own clock.
  datastore.extensions = ['creation', 'creation-with-upload', 'termination']
  return new Server({
    path,
    datastore,
    relativeLocation: true,
    allowedOrigins: () => false,
    exposedHeaders: ['Upload-Media-Id'],
    maxSize: limits.videoBytes,
    namingFunction: request => (creations.get(request as unknown as Request) as Creation).media,
    getFileIdFromRequest: (_request, last) => (isId('media', last) ? last : undefined),
    async onUploadCreate(request, upload) {
      const { media, owner, purpose, counted } = creations.get(request as unknown as Request) as Creation
      const { use, cover: cover_ms } = purpose
      const row = { id: media, owner, bytes: upload.size ?? 0, use, cover_ms, created: shop.house.clock.now() }
      await insert(shop.db, { ...row, state: 'uploading' })
      counted()
      // The file's name and type are words of a stranger: they go no further.
      return { metadata: {} }
    },
    async onUploadFinish(_request, upload) {
      await finishUpload(shop, upload.id as Id<'media'>)
      return {}
    },
  })
}

/** Before the disk is asked: what is too large for anybody is no question of room. */
function refuseTooLarge(purpose: Purpose, length: number): void {
  const most = mostBytes(purpose)
  if (length > most) throw new CodedError('media_too_large', `At most ${most / 1e6} MB`)
}

/** Refuses before anything is made: too many beginnings, or too much that is held. */
async function begin(shop: Workshop, caller: Caller, purpose: Purpose, length: number): Promise<Omit<Creation, 'counted'>> {
  if (purpose.use === 'sound' && !caller.operator) throw new CodedError('forbidden', 'Only the operator adds music')
  refuseBeyond(await usedBy(shop, caller.person), length)
  if (isMaterial(purpose.use)) {
    const held = await countHeld(shop.db, caller.person)
    if (held.pieces >= heldLimits.pieces || held.bytes + length > heldLimits.bytes)
      throw new CodedError(
        'too_many_uploads',
        `Up to ${heldLimits.pieces} files and ${heldLimits.bytes / 1e9} GB are held for edits; delete some, or wait until they are forgotten`,
      )
  }
  return { media: newId('media', shop.house.clock.now()), owner: caller.person, purpose }
}

function mostBytes({ use, type }: Purpose): number {
  if (use === 'overlay') return overlayLimits.bytes
  if (use === 'sound') return soundLimits.bytes
  return type.startsWith('image/') ? limits.pictureBytes : limits.videoBytes
}

/** The caller's own medium; another's is as good as none. */
async function mine(shop: Workshop, request: FastifyRequest, caller: Caller): Promise<MediaRow> {
  const { id } = request.params as { id: string }
  const row = isId('media', id) ? await loadOne(shop.db, id) : null
  if (row?.owner !== caller.person) throw new CodedError('not_found', 'There is no such upload')
  return row as MediaRow
}

/** The server was killed between the last byte and its note: say so now. */
async function finishedUnheard(shop: Workshop, row: MediaRow): Promise<boolean> {
  if ((await sizeOf(sourceOf(shop, row.id))) !== Number(row.bytes)) return false
  await finishUpload(shop, row.id)
  return true
}

/** A client that lost the last answer asks how far it came: all the way, also when the file is processed and gone. */
function answerFinished(row: MediaRow, reply: FastifyReply) {
  return reply
    .code(200)
    .headers({
      'tus-resumable': '1.0.0',
      'cache-control': 'no-store',
      'upload-offset': String(row.bytes),
      'upload-length': String(row.bytes),
    })
    .send()
}

async function forward(server: Server, request: FastifyRequest, reply: FastifyReply, creation?: Creation) {
  const headers = new Headers()
  for (const name of protocolHeaders) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  const body = request.body ? { body: Readable.toWeb(request.raw), duplex: 'half' } : {}
  const web = new Request(`http://localhost${request.url.split('?')[0]}`, {
    method: request.method,
    headers,
    ...body,
  } as RequestInit)
  if (creation) creations.set(web, creation)
  const answer = await server.handleWeb(web)
  for (const [name, value] of answer.headers) if (name !== 'content-length' && name !== 'content-type') reply.header(name, value)
  if (creation && answer.ok) reply.header('upload-media-id', creation.media)
  reply.code(answer.status)
  if (answer.status < 400) return reply.send()
  const message = (await answer.text()).trim() || 'The upload was refused'
  return reply
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ error: { code: codes[answer.status] ?? 'invalid_request', message } }))
}
