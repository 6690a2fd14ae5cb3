import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import type { Order } from '../../client/types.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { more, useMore } from '../../i18n/shopper/more/index.ts'
import { Check, SquarePlay, Star } from '../../ui/core/icons.tsx'
import { Button, toast } from '../../ui/core/index.ts'
import { ReviewSheet } from './ReviewSheet.tsx'
import type { Ask } from './use-order.ts'

const scale = [1, 2, 3, 4, 5] as const

/** After delivery: one question, then a review, then the return stroke: a clip about it. */
export function AskRow({ line, asked }: { line: Order['lines'][number]; asked: Ask | undefined }) {
  const t = useMore()
  const [open, setOpen] = useState(false)
  return (
    <div className="mt-3 grid gap-3">
      {asked && <Pulse asked={asked} />}
      <div className="flex flex-wrap gap-2">
        {asked?.reviewed ? (
          <span className="inline-flex min-h-11 items-center gap-1.5 text-meta text-ok">
            <Check size={18} />
            {t.review.done}
          </span>
        ) : (
          <Button onClick={() => setOpen(true)}>
            <Star size={18} />
            {t.review.write}
          </Button>
        )}
        <Link to="/create" search={{ line: line.id, product: line.product }} className="btn" data-kind="plain">
          <SquarePlay size={18} />
          {t.orders.post}
        </Link>
      </div>
      {open && <ReviewSheet line={line} onClose={() => setOpen(false)} />}
    </div>
  )
}

function Pulse({ asked }: { asked: Ask }) {
  const t = useMore().review
  const client = useQueryClient()
  const key = ['asks', asked.order]
  const show = (pulse: Ask['pulse']) =>
    client.setQueryData<Ask[]>(key, all => all?.map(a => (a.line === asked.line ? { ...a, pulse } : a)))
  const send = useMutation({
    mutationFn: (score: number) => ask(api.POST('/v1/pulses', { body: { line: asked.line, score } })),
    onMutate: score => {
      const before = asked.pulse
      show(score)
      return before
    },
    onSuccess: () => toast(more().review.pulseThanks),
    onError: (error, _score, before) => {
      show(before ?? null)
      toast(errorText(error))
    },
  })
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-medium">{t.pulse}</legend>
      <div className="grid grid-cols-5 gap-1.5">
        {scale.map(n => (
          <button
            key={n}
            type="button"
            aria-pressed={asked.pulse === n}
            onClick={() => send.mutate(n)}
            className="grid min-h-16 content-center justify-items-center gap-0.5 rounded-chip px-1 text-center shadow-[inset_0_0_0_1px_var(--line-strong)] aria-pressed:bg-sunk aria-pressed:shadow-[inset_0_0_0_2px_var(--ink)]"
          >
            <span className="num text-lead font-semibold">{n}</span>
            <span className="text-[11px] leading-[14px] text-ink-2">{t.pulseScale[n]}</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
