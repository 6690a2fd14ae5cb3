import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'

/** A sheet over the page is an entry of the history: Back closes it, and it survives a reload. */
export type SheetState =
  | { readonly kind: 'comments' | 'share' | 'menu' | 'why' | 'products' | 'standing'; readonly post: string }
  | {
      readonly kind: 'report'
      readonly subject: { readonly kind: 'post' | 'comment' | 'product' | 'review' | 'person' | 'shop'; readonly id: string }
    }
  | { readonly kind: 'buy'; readonly product: string; readonly post?: string }

declare module '@tanstack/react-router' {
  interface HistoryState {
    sheet?: SheetState
  }
}

export interface OneSheetProps<K extends SheetState['kind']> {
  readonly sheet: Extract<SheetState, { kind: K }>
  readonly onClose: () => void
  readonly onHeight: (height: number) => void
}
type ByPost = SheetState & { kind: 'comments' | 'share' | 'menu' | 'why' | 'products' | 'standing' }
export type PostSheetProps = Omit<OneSheetProps<'buy'>, 'sheet'> & { readonly sheet: ByPost }

export interface SheetControl {
  /** From one sheet to another, the second takes the first one's place in the history. */
  readonly open: (sheet: SheetState) => void
  readonly close: () => void
}
export function useSheet(): SheetControl {
  const router = useRouter()
  return useMemo(() => {
    const go = (sheet: SheetState | undefined, replace: boolean) => {
      const { pathname, search, state } = router.state.location
      void router.navigate({ to: pathname, search, state: { ...state, sheet }, replace, resetScroll: false } as never)
    }
    return {
      open: sheet => go(sheet, router.state.location.state.sheet !== undefined),
      close: () => (router.history.canGoBack() ? router.history.back() : go(undefined, true)),
    }
  }, [router])
}
