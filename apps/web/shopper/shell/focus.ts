import { useRouter } from '@tanstack/react-router'
import { type RefObject, useEffect } from 'react'

/** What the keyboard comes to is brought into view whole: a browser leaves what is half seen where it is. */
export function revealFocus(): void {
  addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.tabIndex >= 0 && target.matches(':focus-visible'))
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
}

/** Another page came and what had the focus went with the old one: the new page has it, not the top of the document. */
export function useFocusOfPage(main: RefObject<HTMLElement | null>): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (pathChanged && fromLocation && document.activeElement === document.body) main.current?.focus({ preventScroll: true })
      }),
    [router, main],
  )
}
