import { api, ask } from './api.ts'
import { queryClient } from './query.ts'
import { dropAllRefused } from './refused.ts'

/** Ends the session; what this device still held of the person goes with it. Whoever calls it loads the page anew. */
export async function signOut(): Promise<void> {
  await ask(api.POST('/v1/sign-out'))
  dropAllRefused()
  queryClient.clear()
}
