import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#base/config'
import { migrate, removeEmbedded } from '#base/db'
import { type Id, must, newId } from '#base/kernel'
import { createLogger } from '#base/log'
import { migrations } from '../apps/server/compose.ts'
import { openHouse } from '../apps/server/house.ts'
import { catalogOf, liveProduct } from '../rooms/catalog/testing.ts'

/** What holding one piece costs: 1,000 in a row and 200 at once on one SKU. `node bench/reserve.ts` */
const dataDir = mkdtempSync(join(tmpdir(), 'enishi-reserve-'))
const config = must(
  readConfig({ ENISHI_DATA: dataDir, ENISHI_SECRET: 'bench-secret-bench-secret-bench-secret', ENISHI_DEMO: 'off' }),
)
const house = await openHouse(config, createLogger('silent'))
await migrate(house.db, migrations)
const at = catalogOf(house)
const hold = async (variant: Id<'variant'>) =>
  at.catalog.reserve({
    checkout: newId('checkout', new Date()),
    expires: new Date(Date.now() + 900_000),
    lines: [{ variant, quantity: 1 }],
  })
const timed = async (what: string, work: () => Promise<unknown>) => {
  const [began, before] = [performance.now(), house.db.statements()]
  await work()
  console.log(`${what}: ${(performance.now() - began).toFixed(0)} ms, ${house.db.statements() - before} statements`)
}
for (let round = 1; round <= 3; round++) {
  const { variants } = await liveProduct(at, { stock: [100_000] })
  const [variant] = variants as [Id<'variant'>]
  must(await hold(variant))
  await timed(`round ${round}: 1 reservation`, () => hold(variant))
  await timed(`round ${round}: 1,000 in a row`, async () => {
    for (let i = 0; i < 1000; i++) must(await hold(variant))
  })
  await timed(`round ${round}: 200 at once`, () =>
    Promise.all(Array.from({ length: 200 }, async () => must(await hold(variant)))),
  )
}
await house.stop()
removeEmbedded(dataDir)
process.exit(0)
