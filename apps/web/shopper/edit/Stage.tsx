import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type Box, cropOf, type EditList, frames, layout, limits, mosaicOf, sizeOf } from '#engines/edit'
import { textIn } from '../../i18n/format.ts'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Tag } from '../../ui/core/icons.tsx'
import { Drawn } from './Drawn.tsx'
import { change, editing, pieceAt, place, settle, useEditing } from './editing.ts'
import { type Gesture, useGestures } from './gesture.ts'
import { player } from './player.ts'

const percent = (n: number): string => `${(n * 100).toFixed(3)}%`
const boxStyle = (b: Box) => ({
  left: percent(b.x - b.width / 2),
  top: percent(b.y - b.height / 2),
  width: percent(b.width),
  height: percent(b.height),
})
const clamp = (n: number, low = 0, high = 1): number => Math.min(high, Math.max(low, n))
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The preview: videos cropped by `layout`, a small canvas for each mosaic, pictures of text and stickers, tags. */
export function Stage() {
  const { list, t, tool, playing } = useEditing(useShallow(s => ({ list: s.list, t: s.t, tool: s.tool, playing: s.playing })))
  const ref = useRef<HTMLDivElement>(null)
  const crop = useGestures(ref, beginCrop)
  if (!list) return null
  const [w, h] = frames[list.frame]
  return (
    <div className="edit-stage">
      <div
        ref={ref}
        className="edit-frame"
        data-grab={tool === 'frame' ? '' : undefined}
        style={{ aspectRatio: `${w} / ${h}`, width: `min(100cqw, 100cqh * ${w / h})` }}
        {...(tool === 'frame' ? crop : { onClick: () => player.toggle() })}
      >
        <Clips list={list} t={t} />
        <Mosaics list={list} t={t} frame={ref} />
        <Items list={list} t={t} frame={ref} />
        {list.cues.some(c => c.from <= t && t < c.to) && (
          <p className="edit-cue">{list.cues.find(c => c.from <= t && t < c.to)?.words}</p>
        )}
        {(tool === 'text' || tool === 'sticker' || tool === 'product') && !playing && <Guides />}
      </div>
    </div>
  )
}

/** Where the feed lays its own words and buttons. */
function Guides() {
  const t = useEdit()
  return <div className="edit-guides" title={t.guides} aria-hidden="true" />
}

function Clips({ list, t }: { list: EditList; t: number }) {
  const sources = useEditing(s => s.sources)
  const used = [...new Set(list.pieces.map(p => p.source))]
  const now = pieceAt(list, t)?.piece
  return used.map(id => {
    const source = sources.get(id)
    const piece = now?.source === id ? now : list.pieces.find(p => p.source === id)
    if (!source || !piece) return null
    const crop = cropOf(piece, source, list.frame)
    return <Clip key={id} id={id} url={source.url} shown={now?.source === id} crop={crop} source={source} />
  })
}
type Crop = ReturnType<typeof cropOf>
function Clip({
  id,
  url,
  shown,
  crop,
  source,
}: {
  id: string
  url: string
  shown: boolean
  crop: Crop
  source: { width: number; height: number }
}) {
  const ref = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    player.attach(id, ref.current)
    return () => player.attach(id, null)
  }, [id])
  return (
    <video
      ref={ref}
      src={url}
      playsInline
      preload="auto"
      tabIndex={-1}
      aria-hidden="true"
      disablePictureInPicture
      onLoadedData={() => player.seek(editing().t)}
      style={{
        opacity: shown ? 1 : 0,
        left: percent(-crop.x / crop.width),
        top: percent(-crop.y / crop.height),
        width: percent(source.width / crop.width),
        height: percent(source.height / crop.height),
      }}
    />
  )
}

function beginCrop(): Gesture | null {
  const { list, t, sources } = editing()
  const piece = list && pieceAt(list, t)?.piece
  const source = piece && sources.get(piece.source)
  if (!list || !piece || !source) return null
  settle()
  return {
    onMove: (dx, dy, scale) => {
      const zoom = clamp(piece.zoom * scale, 1, limits.zoom)
      const crop = cropOf({ ...piece, zoom }, source, list.frame)
      const [halfX, halfY] = [crop.width / source.width / 2, crop.height / source.height / 2]
      const x = clamp(piece.x - (dx * crop.width) / source.width, Math.min(0.5, halfX), Math.max(0.5, 1 - halfX))
      const y = clamp(piece.y - (dy * crop.height) / source.height, Math.min(0.5, halfY), Math.max(0.5, 1 - halfY))
      change(l => ({ ...l, pieces: l.pieces.map(p => (p.id === piece.id ? { ...p, zoom, x, y } : p)) }), `crop:${piece.id}`)
    },
    onEnd: settle,
  }
}

function Mosaics({ list, t, frame }: { list: EditList; t: number; frame: RefObject<HTMLDivElement | null> }) {
  const sources = useEditing(s => s.sources)
  const size = sizeOf(list.frame, 720)
  const canvases = useRef(new Map<string, HTMLCanvasElement>())
  const shown = list.blurs.filter(b => b.from <= t && t < b.to)
  const draw = useRef(() => {})
  draw.current = () => {
    const picture = layout(list, editing().t, sources, size)
    const video = frame.current?.querySelector<HTMLVideoElement>('video[data-shown=true]')
    if (!picture || !video || video.readyState < 2) return
    const source = sources.get(picture.piece.source)
    for (const b of shown) {
      const m = mosaicOf(b, size)
      const canvas = canvases.current.get(b.id)
      if (!m || !canvas || !source) continue
      const { crop } = picture
      const [kx, ky] = [
        (crop.width / size.width) * (video.videoWidth / source.width),
        (crop.height / size.height) * (video.videoHeight / source.height),
      ]
      canvas.width = Math.max(1, Math.round(m.width / m.stone))
      canvas.height = Math.max(1, Math.round(m.height / m.stone))
      const pen = canvas.getContext('2d')
      if (!pen) continue
      pen.imageSmoothingQuality = 'high'
      const [x, y] = [
        crop.x * (video.videoWidth / source.width) + m.x * kx,
        crop.y * (video.videoHeight / source.height) + m.y * ky,
      ]
      pen.drawImage(video, x, y, m.width * kx, m.height * ky, 0, 0, canvas.width, canvas.height)
    }
  }
  const any = shown.length > 0
  useEffect(() => {
    if (!any) return
    let id = 0
    const each = () => {
      draw.current()
      id = requestAnimationFrame(each)
    }
    each()
    return () => cancelAnimationFrame(id)
  }, [any])
  return shown.map(b => {
    const m = mosaicOf(b, size)
    if (!m) return null
    const style = {
      left: percent(m.x / size.width),
      top: percent(m.y / size.height),
      width: percent(m.width / size.width),
      height: percent(m.height / size.height),
    }
    return (
      <canvas
        key={b.id}
        ref={c => void (c ? canvases.current.set(b.id, c) : canvases.current.delete(b.id))}
        className="edit-mosaic"
        style={style}
      />
    )
  })
}

/** What can be taken hold of: texts, stickers, mosaics, tags. */
function Items({ list, t, frame }: { list: EditList; t: number; frame: RefObject<HTMLDivElement | null> }) {
  const words = useEdit()
  const products = useEditing(s => s.products)
  const holds = (s: { from: number; to: number }) => s.from <= t && t < s.to
  const nameOf = (o: EditList['overlays'][number]) =>
    o.kind === 'text' ? words.text(o.words) : ((words.stickers as Record<string, string>)[o.style] ?? o.style)
  return (
    <>
      {list.blurs.map((b, i) => holds(b) && <Item key={b.id} id={b.id} box={b} name={words.mosaicItem(i + 1)} frame={frame} />)}
      {list.overlays.map(o => holds(o) && <Item key={o.id} id={o.id} box={o} name={nameOf(o)} frame={frame} look={o} />)}
      {list.tags.map((tag, i) => {
        const card = products.find(p => p.id === tag.product)
        return (
          holds(tag) && (
            <TagPin key={tag.product} at={i} x={tag.x} y={tag.y} name={card ? textIn(card.name).text : ''} frame={frame} />
          )
        )
      })}
    </>
  )
}

interface ItemProps {
  readonly id: string
  readonly box: Box
  readonly name: string
  readonly frame: RefObject<HTMLDivElement | null>
  readonly look?: EditList['overlays'][number]
}
function Item({ id, box, name, frame, look }: ItemProps) {
  const chosen = useEditing(s => s.chosen === id)
  const choose = () => useEditing.setState({ chosen: id, tool: look ? (look.kind === 'text' ? 'text' : 'sticker') : 'mosaic' })
  const grip = useGestures(frame, () => {
    choose()
    player.pause()
    settle()
    const key = `drag:${id}`
    return {
      onMove: (dx, dy, scale) => {
        const k = clamp(scale, 0.05 / box.width, 1.6 / Math.max(box.width, box.height))
        place(id, { x: clamp(box.x + dx), y: clamp(box.y + dy), width: box.width * k, height: box.height * k }, key)
      },
      onEnd: settle,
    }
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const way = chosen && arrows[event.key]
    if (!way) return
    event.preventDefault()
    event.stopPropagation()
    const by = event.shiftKey ? 0.05 : 0.01
    place(id, { x: clamp(box.x + way[0] * by), y: clamp(box.y + way[1] * by) }, `keys:${id}`)
  }
  return (
    <button
      type="button"
      className="edit-item"
      aria-label={name}
      aria-pressed={chosen}
      style={boxStyle(box)}
      onClick={event => {
        event.stopPropagation()
        choose()
      }}
      onKeyDown={onKeyDown}
      {...grip}
    >
      {look && <Drawn look={look} />}
    </button>
  )
}

function TagPin({
  at,
  x,
  y,
  name,
  frame,
}: {
  at: number
  x: number
  y: number
  name: string
  frame: RefObject<HTMLDivElement | null>
}) {
  const t = useEdit()
  const put = (nx: number, ny: number, key: string) =>
    change(l => ({ ...l, tags: l.tags.map((g, i) => (i === at ? { ...g, x: clamp(nx), y: clamp(ny) } : g)) }), key)
  const grip = useGestures(frame, () => {
    useEditing.setState({ tool: 'product' })
    settle()
    return { onMove: (dx, dy) => put(x + dx, y + dy, `tag:${at}`), onEnd: settle }
  })
  return (
    <button
      type="button"
      className="edit-tag"
      style={{ left: percent(x), top: percent(y) }}
      aria-label={t.tagged(name)}
      onClick={event => {
        event.stopPropagation()
        useEditing.setState({ tool: 'product' })
      }}
      onKeyDown={event => {
        const way = arrows[event.key]
        if (!way) return
        event.preventDefault()
        event.stopPropagation()
        put(x + way[0] * 0.01, y + way[1] * 0.01, `tagkeys:${at}`)
      }}
      {...grip}
    >
      <Tag size={14} />
      <span>{name}</span>
    </button>
  )
}
