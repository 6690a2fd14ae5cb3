import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}
export interface Told {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

/** A double on a port of this machine. A fault is a request that the provider would not take, or an answer that it does not give. */
export async function listen(serve: (asked: Asked) => Told) {
  const faults: string[] = []
  let breaking: 'before' | 'after' | null = null
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part as Buffer))
    request.on('end', () => {
      if (breaking === 'before') return void request.socket.destroy()
      const { method = '', url = '', headers } = request
      let told: Told
      try {
        told = serve({ method, path: url, headers, body: Buffer.concat(parts).toString() })
      } catch (error) {
        faults.push(String(error))
        told = { status: 500, body: '{"code":"DOUBLE"}' }
      }
      if (breaking === 'after') return void request.socket.destroy()
      response.writeHead(told.status, told.headers).end(told.body)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    /** `before`: requests get lost on the way. `after`: they are carried out, and the answer gets lost. */
    break(how: typeof breaking) {
      breaking = how
    },
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
