import { useEffect, useRef } from 'react'

const faulty = '[aria-invalid="true"], [role="alert"]'
/** After a submit that found faults, the first one is brought into view and its field takes focus: a long form hides it otherwise. */
export function useToFault<E extends HTMLElement>(tries: number) {
  const form = useRef<E>(null)
  useEffect(() => {
    const first = tries > 0 ? form.current?.querySelector<HTMLElement>(faulty) : null
    first?.scrollIntoView({ block: 'center' })
    first?.focus({ preventScroll: true })
  }, [tries])
  return form
}
