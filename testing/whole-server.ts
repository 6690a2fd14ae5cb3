import type { FastifyInstance } from 'fastify'
import { createApp } from '../apps/server/app.ts'
import { compose, migrations, type Rooms } from '../apps/server/compose.ts'
import { Api } from '../apps/simulator/api.ts'
import { type TestHouse, testHouse } from './house.ts'
import { password } from './shop-world.ts'

export interface WholeServer {
  readonly house: TestHouse
  readonly rooms: Rooms
  readonly app: FastifyInstance
  readonly url: string
  /** The first operator, signed in. */
  operator(): Promise<Api>
  close(): Promise<void>
}

/** The whole server within the test's own process, on a database and a clock of its own; its jobs run. testing/server.ts is one in a process of its own. */
export async function wholeServer(): Promise<WholeServer> {
  const house = await testHouse({ migrations })
  const rooms = compose(house)
  await rooms.start()
  const app = await createApp(house, rooms)
  await house.jobs.start()
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    ...{ house, rooms, app, url },
    async operator() {
      const email = 'operator@example.org'
      await rooms.accounts.makeOperator({ email, password, name: 'Operator' })
      return Api.member(url, email, password)
    },
    async close() {
      await app.close()
      await rooms.stop()
      await house.close()
    },
  }
}
