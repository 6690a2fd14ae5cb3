import type { World } from './world.ts'

/** Pays out what is past its return window. `transferred`: the operator has made the transfers by hand, and says so. */
export async function payOut(world: World, transferred: boolean): Promise<void> {
  await world.operator.post('/v1/payouts')
  if (!transferred) return
  const { items } = await world.operator.get<{ items: { id: string }[] }>('/v1/payouts?state=sent&limit=50')
  for (const { id } of items) await world.operator.put(`/v1/payouts/${id}/state`, { state: 'paid' })
}
