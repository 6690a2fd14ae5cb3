import { useState } from 'react'

/** Texts that were begun and not sent, by what they are about: walking a list, or closing a panel, loses no words. */
const begun = new Map<string, string>()

export const isBegun = (key: string): boolean => begun.has(key)

/** The text about this subject, how to change it, and how to be done with it. */
export function useBegun(key: string): readonly [text: string, change: (text: string) => void, end: () => void] {
  const [text, setText] = useState(() => begun.get(key) ?? '')
  const change = (next: string) => {
    setText(next)
    begun.set(key, next)
  }
  return [text, change, () => begun.delete(key)]
}
