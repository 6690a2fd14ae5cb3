import { setPriority } from 'node:os'
import { parseArgs } from 'node:util'
import { clips } from './art/index.ts'
import { arriveInChina, sendToChina } from './demo/abroad.ts'
import { openBorders, postRates } from './demo/borders.ts'
import { morePictures, movePrices, openShops, ownerOf, stockProducts } from './demo/catalogue.ts'
import { publishClip } from './demo/clips.ts'
import { evening, evenings, joinPeople, twoLaps } from './demo/history.ts'
import { inTwoParcels, openOrders, orderRound, ordersOfToday } from './demo/orders.ts'
import { payOut } from './demo/payouts.ts'
import { buyersPremiere, openShowing, premiere } from './demo/premiere.ts'
import { demoProducts } from './demo/products.ts'
import { planPromotions } from './demo/promotions.ts'
import { buyToReturn, walkReturns } from './demo/returns.ts'
import { makers } from './demo/roster.ts'
import { shopperOf, shopperOrders, shopperWaits, shopperWatches } from './demo/shopper.ts'
import { clockTo, finish, openWorld, type World } from './demo/world.ts'

const minute = 60_000
const day = 1440 * minute

/** The demo world, stage by stage; a stage that is done is not done again after a restart. */
async function demo(world: World): Promise<void> {
  const showing = openShowing(world)
  await world.stage('clock-back', () => world.moveClock(-45 * day))
  await world.stage('shopper', async () => void (await shopperOf(world)))
  await premiere(world, showing)
  await world.stage('buyers', () => buyersPremiere(world, showing))
  await world.stage('shops', () => openShops(world))
  await world.stage('products', async () => {
    world.say('drawing the other products')
    await stockProducts(world)
  })
  await world.stage('people', () => joinPeople(world))
  await world.stage('evenings', () => evenings(world, 'first', 5))
  await world.stage('laps', () => twoLaps(world, showing))
  await world.stage('prices', () => movePrices(world, 1))
  await world.stage('orders 1', () => orderRound(world, 0))
  await world.stage('evenings again', () => evenings(world, 'second', 3))
  await world.stage('orders 2', () => orderRound(world, 1))
  await world.stage('prices of today', () => movePrices(world, 0))
  await world.stage('evenings later', () => evenings(world, 'third', 3))
  await world.stage('orders 3', () => orderRound(world, 2))
  await world.stage('last evenings', () => evenings(world, 'last', 3))
  await world.stage('shopper watches', () => shopperWatches(world))
  await world.stage('borders', () => openBorders(world))
  await world.stage('promotions', () => planPromotions(world))
  await world.stage('to China', () => sendToChina(world))
  await world.stage('returns bought', () => buyToReturn(world))
  await world.stage('returns', () => walkReturns(world))
  await world.stage('payouts', () => payOut(world, true))
  await world.stage('clock-near', () => clockTo(world, -3 * day))
  await world.stage('in China', () => arriveInChina(world))
  await world.stage('shopper orders', () => shopperOrders(world))
  await world.stage('open orders', () => openOrders(world))
  await world.stage('two parcels', () => inTwoParcels(world))
  await world.stage('yesterday', () => evening(world, 'yesterday'))
  await world.stage('clock-today', () => clockTo(world, -20 * minute))
  await world.stage('today', () => evening(world, 'today'))
  await world.stage('orders of today', () => ordersOfToday(world))
  await world.stage('shopper waits', () => shopperWaits(world))
  await world.stage('clock-now', () => clockTo(world, 0))
  await world.stage('rates of today', async () => void (await postRates(world)))
  await world.stage('payouts of today', () => payOut(world, false))
  await world.stage('pictures', () => morePictures(world))
  await showing.settled()
  finish(world)
  world.say(`the demo world is complete: ${makers.length} shops, ${demoProducts.length} products, ${clips.length} clips`)
}

/** A small world for tests: one shop, two products, three clips, no history. */
async function small(world: World): Promise<void> {
  await openShops(world, ['hagi-kiln'])
  await stockProducts(world, ['hagi-cup', 'hagi-plate'])
  for (const key of ['hagi-morning-glaze', 'hagi-sake-evening', 'everyday-rain-window']) {
    const { author, media } = await publishClip(world, key)
    if (media) await author.ready(media)
  }
  await shopperOf(world)
  await ownerOf(world, 'hagi-kiln')
  finish(world)
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string', default: 'http://127.0.0.1:3000' }, keys: { type: 'string', default: '.enishi/demo.json' } },
})
// Drawing is for nobody in particular: who uses the server goes before.
setPriority(10)
const say = (line: string) => console.log(`demo: ${line}`)
try {
  const world = await openWorld(values.url, values.keys, say)
  if (positionals[0] === 'small') await small(world)
  else await demo(world)
} catch (error) {
  console.error(`demo: stopped at ${(error as Error).message}; it goes on at the next start`)
  process.exit(1)
}
