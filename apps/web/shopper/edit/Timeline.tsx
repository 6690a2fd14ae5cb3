import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type EditList, lengthOf, type Piece, pieceLength, timeline, trim } from '#engines/edit'
import { textIn } from '../../i18n/format.ts'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { change, editing, endOf, frameMs, settle, type Tool, useEditing } from './editing.ts'
import { time } from './fields.tsx'
import { type Still, stillsOf } from './filmstrip.ts'
import type { Opened } from './open-source.ts'
import { player } from './player.ts'

/** Pieces side by side, as wide as they are long, with their pictures; below them what lies over the clip. */
export function Timeline() {
  const t = useEdit()
  const { list, chosen } = useEditing(useShallow(s => ({ list: s.list, chosen: s.chosen })))
  const strip = useRef<HTMLOListElement>(null)
  if (!list) return null
  return (
    <section className="edit-line" aria-label={t.timeline}>
      <Scrub list={list} />
      <div className="edit-strips">
        <ol ref={strip} className="edit-strip">
          {timeline(list).map(({ piece, from }, i) => (
            <li key={piece.id} style={{ flexGrow: pieceLength(piece) }} data-chosen={piece.id === chosen ? '' : undefined}>
              {piece.id === chosen && <Handle edge="in" piece={piece} strip={strip} />}
              <button
                type="button"
                className="edit-piece"
                aria-pressed={piece.id === chosen}
                aria-label={t.piece(i + 1, time(pieceLength(piece)))}
                onClick={event => {
                  useEditing.setState({ chosen: piece.id })
                  const box = event.currentTarget.getBoundingClientRect()
                  // A click by key has no place.
                  if (event.detail > 0) player.seek(from + ((event.clientX - box.left) / box.width) * pieceLength(piece))
                }}
              >
                <Film piece={piece} />
              </button>
              {piece.id === chosen && <Handle edge="out" piece={piece} strip={strip} />}
            </li>
          ))}
        </ol>
        <Lanes list={list} />
        <Head list={list} />
      </div>
    </section>
  )
}

function Head({ list }: { list: EditList }) {
  const t = useEditing(s => s.t)
  return <div className="edit-head" style={{ left: `${(100 * t) / Math.max(1, lengthOf(list))}%` }} aria-hidden="true" />
}

function Scrub({ list }: { list: EditList }) {
  const words = useEdit()
  const t = useEditing(s => s.t)
  return (
    <input
      type="range"
      className="edit-scrub"
      aria-label={words.position}
      aria-valuetext={words.positionNow(time(t), time(lengthOf(list)))}
      min={0}
      max={endOf(list)}
      step={1}
      value={Math.round(t)}
      onChange={event => player.seek(Number(event.target.value))}
      // Arrows are the editor's: one frame, a second with Shift.
      onKeyDown={event => event.key.startsWith('Arrow') && event.preventDefault()}
    />
  )
}

/** Draws the stills of a piece's clip; they are decoded once and kept. */
const known = new WeakMap<Opened, Promise<readonly Still[]>>()
function stills(source: Opened): Promise<readonly Still[]> {
  let found = known.get(source)
  if (!found) {
    found = (async () => {
      const all: Still[] = []
      for await (const still of stillsOf(source, Math.min(40, Math.max(10, Math.round(source.length / 700))))) all.push(still)
      return all
    })().catch(() => [])
    known.set(source, found)
  }
  return found
}
function Film({ piece }: { piece: Piece }) {
  const ref = useRef<HTMLCanvasElement>(null)
  const source = useEditing(s => s.sources.get(piece.source))
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const canvas = ref.current
    if (!canvas) return
    const observer = new ResizeObserver(() => setWidth(canvas.clientWidth))
    observer.observe(canvas)
    return () => observer.disconnect()
  }, [])
  const { in: start, out } = piece
  useEffect(() => {
    let gone = false
    if (source && width > 0)
      void stills(source).then(all => {
        const canvas = ref.current
        const pen = canvas?.getContext('2d')
        if (gone || !canvas || !pen || all.length === 0) return
        canvas.width = width * 2
        canvas.height = canvas.clientHeight * 2
        const wide = (canvas.height * 9) / 16
        for (let x = 0; x < canvas.width; x += wide) {
          const at = start + ((x + wide / 2) / canvas.width) * (out - start)
          const near = all.reduce((a, b) => (Math.abs(b.at - at) < Math.abs(a.at - at) ? b : a))
          pen.drawImage(near.picture, x, 0, wide, canvas.height)
        }
      })
    return () => {
      gone = true
    }
  }, [source, width, start, out])
  return <canvas ref={ref} />
}

function Handle({ edge, piece, strip }: { edge: 'in' | 'out'; piece: Piece; strip: React.RefObject<HTMLElement | null> }) {
  const t = useEdit()
  const from = useRef<{ x: number; at: number; perPixel: number } | null>(null)
  const source = useEditing(s => s.sources.get(piece.source))
  const to = (ms: number) => {
    if (!source) return
    change(l => trim(l, piece.id, edge, ms, source), `trim:${piece.id}:${edge}`)
    showEdge(piece.id, edge)
  }
  const value = piece[edge]
  return (
    <div
      role="slider"
      tabIndex={0}
      className="edit-handle"
      data-edge={edge}
      aria-label={edge === 'in' ? t.pieceIn : t.pieceOut}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={source?.length ?? value}
      aria-valuetext={time(value)}
      onPointerDown={(event: PointerEvent<HTMLElement>) => {
        const { list } = editing()
        if (!list || !strip.current) return
        event.currentTarget.setPointerCapture(event.pointerId)
        player.pause()
        settle()
        from.current = { x: event.clientX, at: value, perPixel: lengthOf(list) / strip.current.clientWidth }
      }}
      onPointerMove={event => from.current && to(from.current.at + (event.clientX - from.current.x) * from.current.perPixel)}
      onPointerUp={() => {
        from.current = null
        settle()
      }}
      onKeyDown={(event: KeyboardEvent) => {
        const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
        if (!way) return
        event.preventDefault()
        event.stopPropagation()
        to(value + way * (event.shiftKey ? 1000 : frameMs))
      }}
    />
  )
}
/** The frame at the edge that was just moved. */
export function showEdge(id: string, edge: 'in' | 'out'): void {
  const { list } = editing()
  const placed = list && timeline(list).find(p => p.piece.id === id)
  if (placed) player.seek(edge === 'in' ? placed.from : placed.to - frameMs)
}

interface Bar {
  readonly key: string
  readonly name: string
  readonly from: number
  readonly to: number
  readonly tool: Tool
  readonly chosen: string | null
}
/** What lies over the clip, in as few rows as it fits into. */
function Lanes({ list }: { list: EditList }) {
  const t = useEdit()
  const { chosen, products } = useEditing(useShallow(s => ({ chosen: s.chosen, products: s.products })))
  const names = t.stickers as Record<string, string>
  const bars: Bar[] = [
    ...list.overlays.map(o => ({ ...o, key: o.id, name: o.words || names[o.style] || o.style, tool: o.kind, chosen: o.id })),
    ...list.tags.map((g, i) => {
      const card = products.find(p => p.id === g.product)
      const name = card ? textIn(card.name).text : t.tools.product
      return { ...g, key: `t${i}`, name, tool: 'product' as const, chosen: null }
    }),
    ...list.blurs.map((b, i) => ({ ...b, key: b.id, name: t.mosaicItem(i + 1), tool: 'mosaic' as const, chosen: b.id })),
    ...list.cues.map((c, i) => ({
      ...c,
      key: `c${i}`,
      name: c.words || t.tools.captions,
      tool: 'captions' as const,
      chosen: null,
    })),
    ...(list.music ? [{ from: 0, to: lengthOf(list), key: 'm', name: t.music, tool: 'sound' as const, chosen: null }] : []),
  ]
  const rows: Bar[][] = []
  for (const bar of bars) {
    const row = rows.find(r => r.every(b => b.to <= bar.from || bar.to <= b.from))
    if (row) row.push(bar)
    else rows.push([bar])
  }
  const length = Math.max(1, lengthOf(list))
  return (
    <div className="edit-lanes">
      {rows.map(row => (
        <div key={row[0]?.key} className="edit-lane">
          {row.map(bar => (
            <button
              key={bar.key}
              type="button"
              data-kind={bar.tool}
              aria-pressed={bar.chosen !== null && bar.chosen === chosen}
              style={{ left: `${(100 * bar.from) / length}%`, width: `${(100 * (bar.to - bar.from)) / length}%` }}
              onClick={() => {
                useEditing.setState({ tool: bar.tool, chosen: bar.chosen ?? chosen })
                const now = editing().t
                if (now < bar.from || now >= bar.to) player.seek(bar.from)
              }}
            >
              {bar.name}
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}
