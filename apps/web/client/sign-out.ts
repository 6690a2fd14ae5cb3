import { api, ask } from './api.ts'
import { queryClient } from './query.ts'
import { dropAllRefused } from './refused.ts'

/** Ends the session; what was loaded and what was refused goes with it, what is being written stays on the device. Whoever calls it loads the page anew. */
export async function signOut(): Promise<void> {
  await ask(api.POST('/v1/sign-out'))
  dropAllRefused()
  queryClient.clear()
}
