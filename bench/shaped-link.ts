import { connect, createServer, type Server, type Socket } from 'node:net'

export interface Link {
  readonly port: number
  /** What came down so far. */
  bytes(): number
  close(): Promise<void>
}

/** A loopback TCP relay that behaves like a phone's link: one shared downlink of `mbps`, half of `rttMs` in each direction. */
export function shapedLink(target: number, { mbps, rttMs }: { mbps: number; rttMs: number }): Promise<Link> {
  const bytesPerMs = (mbps * 1_000_000) / 8 / 1000
  // When the downlink is free again; all connections wait for the same wire.
  let free = 0
  let bytes = 0
  const sockets = new Set<Socket>()
  const server: Server = createServer(client => {
    const upstream = connect(target, '127.0.0.1')
    for (const s of [client, upstream]) {
      sockets.add(s)
      s.setNoDelay(true)
      s.on('error', () => s.destroy())
      s.on('close', () => sockets.delete(s))
    }
    client.on('data', chunk => setTimeout(() => upstream.writable && upstream.write(chunk), rttMs / 2))
    upstream.on('data', chunk => {
      upstream.pause()
      const now = performance.now()
      free = Math.max(free, now) + chunk.length / bytesPerMs
      setTimeout(
        () => {
          if (!client.writable) return
          bytes += chunk.length
          client.write(chunk)
        },
        free - now + rttMs / 2,
      )
      setTimeout(() => upstream.resume(), free - now)
    })
    client.on('end', () => upstream.end())
    // A download that the browser gave up takes no more of the link.
    client.on('close', () => upstream.destroy())
    upstream.on('end', () => setTimeout(() => client.end(), Math.max(0, free - performance.now()) + rttMs))
  })
  return new Promise(resolve =>
    server.listen(0, '127.0.0.1', () =>
      resolve({
        port: (server.address() as { port: number }).port,
        bytes: () => bytes,
        close: () => {
          for (const s of sockets) s.destroy()
          return new Promise(done => server.close(() => done()))
        },
      }),
    ),
  )
}
