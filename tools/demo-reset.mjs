// Forgets the demo: everything under the data folder. Refuses while a server is running on it.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { root } from '../start.mjs'

const data = resolve(root, process.env.ENISHI_DATA ?? '.enishi')
const elsewhere = join(data, 'postgres.path')
const database = existsSync(elsewhere) ? readFileSync(elsewhere, 'utf8').trim() : join(data, 'postgres')
const lock = join(database, 'postmaster.pid')
if (existsSync(lock)) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8').split('\n')[0]), 0)
    console.error('enishi: a server is running on this data; stop it first')
    process.exit(1)
  } catch {
    // The process is gone; its lock file goes with the rest.
  }
}
if (database.startsWith('/var/lib/enishi/')) rmSync(dirname(database), { recursive: true, force: true })
rmSync(data, { recursive: true, force: true })
console.log(`enishi: ${data} is gone; npm start makes a new demo world`)
