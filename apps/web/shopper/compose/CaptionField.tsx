import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useRef, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Chip, TextArea } from '../../ui/core/index.ts'

const unfinished = /([#＃@＠])([\p{L}\p{N}_]{1,30})$/u

/** The caption; while a #topic or an @name is being typed, what is known is offered under it. */
export function CaptionField({ value, onChange, most }: { value: string; onChange: (value: string) => void; most: number }) {
  const t = useMore().compose
  const box = useRef<HTMLDivElement>(null)
  const [caret, setCaret] = useState(value.length)
  const match = unfinished.exec(value.slice(0, caret))
  const asked = useDeferredValue(match?.[2] ?? '')
  const person = match?.[1] === '@' || match?.[1] === '＠'
  const found = useQuery({
    queryKey: ['caption', person, asked],
    queryFn: async ({ signal }) =>
      person
        ? (await ask(api.GET('/v1/search/people', { params: { query: { words: asked, limit: 6 } }, signal }))).items.map(
            i => i.person.handle,
          )
        : (await ask(api.GET('/v1/search/suggest', { params: { query: { words: asked } }, signal }))).items
            .filter(i => i.kind === 'tag')
            .map(i => i.words.replace(/^#/, '')),
    enabled: asked !== '',
    staleTime: 60_000,
  })
  const take = (word: string) => {
    if (!match) return
    const start = caret - (match[2]?.length ?? 0)
    onChange(`${value.slice(0, start)}${word} ${value.slice(caret)}`)
    const next = start + word.length + 1
    setCaret(next)
    requestAnimationFrame(() => {
      const area = box.current?.querySelector('textarea')
      area?.focus()
      area?.setSelectionRange(next, next)
    })
  }
  const left = most - [...value].length
  const words = match ? [...new Set(found.data ?? [])].slice(0, 6) : []
  return (
    <div ref={box}>
      <TextArea
        label={t.caption}
        hint={left < 200 ? t.captionLeft(left) : t.captionHint}
        wrong={left < 0 ? t.captionLeft(left) : null}
        rows={4}
        value={value}
        onChange={event => {
          onChange(event.target.value)
          setCaret(event.target.selectionStart)
        }}
        onSelect={event => setCaret(event.currentTarget.selectionStart)}
      />
      {words.length > 0 && (
        <div className="hide-scroll mt-2 flex gap-2 overflow-x-auto">
          {words.map(word => (
            <Chip key={word} className="flex-none" style={{ minHeight: 44 }} onClick={() => take(word)}>
              {match?.[1]}
              {word}
            </Chip>
          ))}
        </div>
      )}
    </div>
  )
}
