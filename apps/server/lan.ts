import { createServer, type Server } from 'node:https'
import { networkInterfaces } from 'node:os'
import type { FastifyInstance } from 'fastify'
import { keptCertificate } from './certificate.ts'

/** IPv4 addresses of this machine that others on its network can reach. */
export const lanAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap(list => list ?? [])
    .filter(a => a.family === 'IPv4' && !a.internal && !a.address.startsWith('169.254.'))
    .map(a => a.address)

/** HTTPS for the local network, on the port 443 above the plain one. */
export const lanPort = (port: number): number => (port + 443 > 65_535 ? port - 443 : port + 443)

/** The same app once more, by HTTPS, for phones on this network; the plain one stays on this machine alone. */
export function openLan(
  app: FastifyInstance,
  dataDir: string,
  port: number,
  addresses: readonly string[],
  now: Date,
): Promise<Server> {
  const server = createServer(keptCertificate(dataDir, addresses, now), (request, reply) => app.routing(request, reply))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '0.0.0.0', () => resolve(server))
  })
}
