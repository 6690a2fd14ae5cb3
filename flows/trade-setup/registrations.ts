import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import { type RegistrationName, type Registrations, wrongForms } from '#rooms/trade'
import type { SetupDoors } from './product-facts.ts'

interface Named {
  readonly version: number
  readonly names: { name: RegistrationName; value: string }[]
}
const named = ({ names, version }: { names: Registrations; version: number }): Named => ({
  version,
  names: Object.entries(names).map(([name, value]) => ({ name: name as RegistrationName, value })),
})

export async function showRegistrations(d: SetupDoors, caller: Caller, shop: Id<'shop'>): Promise<Result<Named, ErrorCode>> {
  const may = d.accounts.may(caller, 'trade.manage', { shop })
  return may.ok ? ok(named(await d.trade.registrations(shop))) : may
}

export async function setRegistrations(
  d: SetupDoors,
  caller: Caller,
  shop: Id<'shop'>,
  wish: Named,
): Promise<Result<Named, ErrorCode>> {
  const may = d.accounts.may(caller, 'trade.manage', { shop })
  if (!may.ok) return may
  const names = Object.fromEntries(wish.names.map(n => [n.name, n.value.trim()]).filter(([, value]) => value !== ''))
  if (Object.keys(names).length < wish.names.length)
    return refuse('invalid_request', 'Each name once, with a value', { fields: { names: ['twice, or empty'] } })
  const wrong = wrongForms(names)
  if (wrong.length > 0)
    return refuse('invalid_request', 'These can’t be such numbers', { fields: Object.fromEntries(wrong.map(n => [n, ['form']])) })
  if (!(await d.trade.setRegistrations(caller, shop, wish.version, names)))
    return refuse('version_conflict', 'Somebody else changed the registrations; look again')
  return ok(named(await d.trade.registrations(shop)))
}
