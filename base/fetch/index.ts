/** Fetching from addresses that strangers name: outwards only, with limits, into a file. */
import { lookup as systemLookup } from 'node:dns/promises'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { ok, type Result, refuse } from '#base/kernel'
import { isPublicAddress } from './addresses.ts'

export { isPublicAddress } from './addresses.ts'

export interface FetchOptions {
  readonly maxBytes: number
  /** For the whole of it, redirects and body included. */
  readonly timeoutMs: number
  /** `host:port` that may be reached although inward (a setting; tests). */
  readonly allowed?: readonly string[]
  /** What a name resolves to; the system's resolver unless said. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
}
export type FetchRefused = 'url_forbidden' | 'fetch_failed' | 'file_too_large'
export interface Fetched {
  readonly bytes: number
  /** The content type without parameters, as told; not to be believed. */
  readonly type: string
  /** Where it was found at last. */
  readonly url: string
}

const mostRedirects = 5
const systemResolve = async (host: string) => (await systemLookup(host, { all: true, verbatim: true })).map(a => a.address)

/**
 * GET into a local file. Only http and https, ports 80 and 443, public addresses: the name is resolved once and the connection goes to
 * what was checked (so a name can't change its mind between), and each redirect is judged anew. No credentials, no cookies. Without a
 * whole body there is no file. Refusals: `url_forbidden`, `fetch_failed` (with `details.status` when the server said one, and
 * `details.retry` when it may go better later), `file_too_large`.
 */
export async function fetchToFile(url: string, path: string, options: FetchOptions): Promise<Result<Fetched, FetchRefused>> {
  const signal = AbortSignal.timeout(options.timeoutMs)
  let at = url
  try {
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const target = await judge(at, options)
      if (!target.ok) return target
      const response = await get(target.value, signal)
      const status = response.statusCode ?? 0
      if (status >= 300 && status < 400 && response.headers.location) {
        response.destroy()
        if (!URL.canParse(response.headers.location, at)) return forbidden('The redirect leads to no address')
        at = new URL(response.headers.location, at).href
        continue
      }
      if (status !== 200) {
        response.destroy()
        return failed(`The server answered ${status}`, { status, retry: status === 429 || status >= 500 })
      }
      return await keep(response, path, { url: at, maxBytes: options.maxBytes, signal })
    }
    return failed(`More than ${mostRedirects} redirects`, { retry: false })
  } catch (error) {
    await rm(path, { force: true })
    if (error instanceof TooLarge) return refuse('file_too_large', `More than ${options.maxBytes} bytes`)
    if (signal.aborted) return failed(`Not finished after ${options.timeoutMs / 1000} s`, { retry: true })
    return failed(`Could not be reached (${(error as NodeJS.ErrnoException).code ?? 'error'})`, { retry: true })
  }
}

const forbidden = (message: string) => refuse('url_forbidden', message)
const failed = (message: string, details: { status?: number; retry: boolean }) => refuse('fetch_failed', message, details)

interface Target {
  readonly url: URL
  readonly address: string
}

/** Whether this may be asked for, and the one address that will be. All addresses of a name must be public. */
async function judge(text: string, options: FetchOptions): Promise<Result<Target, FetchRefused>> {
  if (!URL.canParse(text)) return forbidden('That is no address')
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return forbidden('Only http and https are fetched')
  if (url.username !== '' || url.password !== '') return forbidden('An address must not carry a password')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const allowed = (options.allowed ?? []).includes(`${host}:${port}`)
  if (!allowed && port !== '80' && port !== '443') return forbidden('Only the ports 80 and 443 are fetched from')
  const addresses = isIP(host) ? [host] : await (options.resolve ?? systemResolve)(host)
  if (addresses.length === 0) return failed('The name is not known', { retry: true })
  if (!allowed && !addresses.every(isPublicAddress)) return forbidden('That address is not on the public internet')
  return ok({ url, address: addresses[0] as string })
}

function get({ url, address }: Target, signal: AbortSignal): Promise<IncomingMessage> {
  const pinned: LookupFunction = (_host, options, done) => {
    const family = isIP(address)
    if (options.all) done(null, [{ address, family }])
    else done(null, address, family)
  }
  const request = url.protocol === 'https:' ? tlsRequest : plainRequest
  return new Promise((resolve, reject) => {
    request(url, {
      agent: false,
      signal,
      lookup: pinned,
      headers: { 'user-agent': 'Enishi', accept: '*/*', 'accept-encoding': 'gzip, identity' },
    })
      .once('response', resolve)
      .once('error', reject)
      .end()
  })
}

class TooLarge extends Error {}

/** Counts what is written after unpacking, so that a packed bomb is cut off as well. */
async function keep(
  response: IncomingMessage,
  path: string,
  to: { url: string; maxBytes: number; signal: AbortSignal },
): Promise<Result<Fetched, FetchRefused>> {
  const { url, maxBytes, signal } = to
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    response.destroy()
    throw new TooLarge()
  }
  let bytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(bytes > maxBytes ? new TooLarge() : null, chunk)
    },
  })
  const out = createWriteStream(path)
  if (response.headers['content-encoding'] === 'gzip') await pipeline(response, createGunzip(), count, out, { signal })
  else await pipeline(response, count, out, { signal })
  const type = String(response.headers['content-type'] ?? '')
    .split(';')[0]
    ?.trim()
  return ok({ bytes, type: type ?? '', url })
}
