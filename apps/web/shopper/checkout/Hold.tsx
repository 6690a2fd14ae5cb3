import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { clock } from '../../i18n/format.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Clock } from '../../ui/core/icons.tsx'
import { serverNow } from './server-time.ts'

/** The honest countdown: it stands for a real hold of real pieces, and the server's end is the end. */
export function Hold({ expires, id }: { expires: string; id: string }) {
  const t = useT().checkout
  const client = useQueryClient()
  const [left, setLeft] = useState(() => Date.parse(expires) - serverNow())
  const over = left <= 0
  useEffect(() => {
    const timer = setInterval(() => setLeft(Date.parse(expires) - serverNow()), 1000)
    return () => clearInterval(timer)
  }, [expires])
  useEffect(() => {
    if (over) void client.invalidateQueries({ queryKey: ['checkout', id] })
  }, [over, client, id])
  if (over) return null
  return (
    <p className="num mb-4 flex items-center gap-2 rounded-button bg-sunk px-4 py-2 text-meta text-ink-2">
      <Clock size={16} />
      {t.heldFor(clock(left / 1000))}
    </p>
  )
}
