import { removeEmbedded, startEmbedded } from '#base/db'

/** A process that keeps a PostgreSQL in the folder of its argument, and says its address, until its standard input ends. */
const folder = process.argv[2] as string
// Who asked may be gone before it is up: then nobody reads the address, and it still ends as below.
process.stdout.on('error', () => {})
const server = await startEmbedded(folder)
process.stdout.write(server.url)
for await (const _ of process.stdin);
await server.stop()
removeEmbedded(folder)
