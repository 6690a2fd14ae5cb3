import { router } from '../router.tsx'
import type { SheetState } from '../router.tsx'

/** Opens a sheet over the page: an entry of the history, so that Back closes it. */
export function openSheet(sheet: SheetState): void {
  const { state } = router.state.location
  void router.navigate({ to: '.', search: true, hash: true, state: prev => ({ ...prev, sheet }), replace: state.sheet !== undefined, resetScroll: false } as never)
}
/** Closes it: Back, when the entry is ours; a page that was opened with it just drops it. */
export function closeSheet(): void {
  if (router.history.canGoBack()) router.history.back()
  else void router.navigate({ to: '.', search: true, state: prev => ({ ...prev, sheet: undefined }), replace: true } as never)
}
