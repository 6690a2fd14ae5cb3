import type { Caller, ErrorCode } from '#base/http'
import type { Id, Result } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import type { Catalog } from '#rooms/catalog'
import type { Prices } from '#rooms/prices'

/** What this flow needs of others. */
export interface ManageDoors {
  readonly accounts: Pick<Accounts, 'may'>
  readonly catalog: Pick<Catalog, 'desk' | 'deskRows' | 'deskIds' | 'deskCounts' | 'products' | 'change' | 'archive' | 'adjust'>
  readonly prices: Pick<Prices, 'currentOf' | 'setPrice'>
  /** The flow that checks whether a product is complete. */
  readonly publishProduct: { publish(caller: Caller, id: Id<'product'>): Promise<Result<unknown, ErrorCode>> }
}
