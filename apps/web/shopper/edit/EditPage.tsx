import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { lengthOf } from '#engines/edit'
import { api, ask } from '../../client/api.ts'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import {
  Captions,
  Crop,
  Grid3x3,
  Image,
  ListChecks,
  Music,
  Pause,
  Play,
  Redo2,
  Scissors,
  Smile,
  SquareSplitHorizontal,
  Tag,
  Trash2,
  Type,
  Undo2,
  X,
} from '../../ui/core/icons.tsx'
import { Button, IconButton } from '../../ui/core/index.ts'
import { back, onKey, removeChosen, splitHere } from './actions.ts'
import { CaptionsPanel } from './CaptionsPanel.tsx'
import { CoverPanel } from './CoverPanel.tsx'
import { CutPanel } from './CutPanel.tsx'
import './edit.css'
import { ExportSheet } from './ExportSheet.tsx'
import { editing, leave, type Tool, useEditing } from './editing.ts'
import { FramePanel } from './FramePanel.tsx'
import { time } from './fields.tsx'
import { MosaicPanel } from './MosaicPanel.tsx'
import { ProductPanel, tagProduct } from './ProductPanel.tsx'
import { player } from './player.ts'
import { SoundPanel } from './SoundPanel.tsx'
import { Stage } from './Stage.tsx'
import { Start } from './Start.tsx'
import { StickerPanel } from './StickerPanel.tsx'
import { musicLibrary } from './server-edit.ts'
import { TemplatePanel } from './TemplatePanel.tsx'
import { TextPanel } from './TextPanel.tsx'
import { Timeline } from './Timeline.tsx'
import { useKept } from './use-kept.ts'

const tools: readonly { readonly tool: Tool; readonly icon: ComponentType<{ size?: number }>; readonly Panel: ComponentType }[] =
  [
    { tool: 'cut', icon: Scissors, Panel: CutPanel },
    { tool: 'text', icon: Type, Panel: TextPanel },
    { tool: 'sticker', icon: Smile, Panel: StickerPanel },
    { tool: 'product', icon: Tag, Panel: ProductPanel },
    { tool: 'sound', icon: Music, Panel: SoundPanel },
    { tool: 'frame', icon: Crop, Panel: FramePanel },
    { tool: 'mosaic', icon: Grid3x3, Panel: MosaicPanel },
    { tool: 'captions', icon: Captions, Panel: CaptionsPanel },
    { tool: 'cover', icon: Image, Panel: CoverPanel },
    { tool: 'template', icon: ListChecks, Panel: TemplatePanel },
  ]

/** Takes the whole screen, dark whatever the theme is. */
export function EditPage() {
  const t = useEdit()
  const open = useEditing(s => s.list !== null)
  const navigate = useNavigate()
  const { from: _, ...search } = useSearch({ from: '/create/edit' })
  useKept()
  useEffect(
    () => () => {
      player.stop()
      leave()
    },
    [],
  )
  const close = () => void navigate({ to: '/create', search })
  return (
    <div className="edit" data-theme="dark">
      <h1 className="sr-only">{t.title}</h1>
      {open ? <Editor close={close} /> : <Start close={close} />}
    </div>
  )
}

function Editor({ close }: { close: () => void }) {
  const [making, setMaking] = useState(false)
  useFromOrder()
  useEffect(() => {
    // Where there is room beside the stage, the first tool lies open.
    if (matchMedia('(min-width: 900px)').matches) useEditing.setState({ tool: 'cut' })
    const on = (event: KeyboardEvent) => onKey(event) && event.preventDefault()
    addEventListener('keydown', on)
    return () => removeEventListener('keydown', on)
  }, [])
  return (
    <>
      <Top
        close={close}
        next={() => {
          player.pause()
          setMaking(true)
        }}
      />
      <Stage />
      <Transport />
      <Timeline />
      <ToolBox />
      <MusicElement />
      {making && <ExportSheet onDone={close} onClose={() => setMaking(false)} />}
    </>
  )
}

function Top({ close, next }: { close: () => void; next: () => void }) {
  const t = useEdit()
  const { past, future } = useEditing(useShallow(s => ({ past: s.past.length, future: s.future.length })))
  return (
    <header className="edit-top">
      <IconButton label={t.close} onClick={close}>
        <X />
      </IconButton>
      <span className="flex-1" />
      <IconButton label={t.undo} disabled={past === 0} onClick={() => back('undo')}>
        <Undo2 size={20} />
      </IconButton>
      <IconButton label={t.redo} disabled={future === 0} onClick={() => back('redo')}>
        <Redo2 size={20} />
      </IconButton>
      <Button kind="act" onClick={next}>
        {t.next}
      </Button>
    </header>
  )
}

function Transport() {
  const t = useEdit()
  const { list, at, playing } = useEditing(useShallow(s => ({ list: s.list, at: s.t, playing: s.playing })))
  if (!list) return null
  return (
    <div className="edit-transport">
      <IconButton label={playing ? t.pause : t.play} onClick={() => player.toggle()}>
        {playing ? <Pause /> : <Play />}
      </IconButton>
      <span className="num">
        {time(at)} <span className="text-ink-3">/ {time(lengthOf(list))}</span>
      </span>
      <span className="flex-1" />
      <IconButton label={t.split} onClick={splitHere}>
        <SquareSplitHorizontal size={20} />
      </IconButton>
      <IconButton label={t.remove} onClick={removeChosen}>
        <Trash2 size={20} />
      </IconButton>
    </div>
  )
}

function ToolBox() {
  const t = useEdit()
  const { tool, chosen } = useEditing(useShallow(s => ({ tool: s.tool, chosen: s.chosen })))
  const ref = useRef<HTMLElement>(null)
  // What had the focus may be gone with the change: then it goes on here, not at the top of the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change is the reason
  useEffect(() => {
    ref.current?.scrollTo({ top: 0 })
    if (document.activeElement === document.body) ref.current?.focus({ preventScroll: true })
  }, [tool, chosen])
  const Panel = tools.find(x => x.tool === tool)?.Panel
  const toggle = (x: Tool) => useEditing.setState({ tool: tool === x ? null : x })
  return (
    <>
      {Panel && tool && (
        <section ref={ref} tabIndex={-1} className="edit-panel" aria-label={t.tools[tool]}>
          <Panel />
        </section>
      )}
      <nav className="edit-tools hide-scroll" aria-label={t.tools.label}>
        {tools.map(({ tool: x, icon: Icon }) => (
          <button key={x} type="button" aria-pressed={tool === x} onClick={() => toggle(x)}>
            <Icon size={22} />
            {t.tools[x]}
          </button>
        ))}
      </nav>
    </>
  )
}

/** Plays under the preview; the player holds its volume. */
function MusicElement() {
  const piece = useEditing(s => s.list?.music?.piece ?? null)
  const library = useQuery({
    queryKey: ['music'],
    queryFn: musicLibrary,
    enabled: piece !== null,
    staleTime: 600_000,
    retry: false,
  })
  const url = library.data?.find(p => p.id === piece)?.url
  if (!url) return null
  return (
    <audio
      key={url}
      src={url}
      loop
      preload="auto"
      ref={element => {
        player.attachMusic(element)
        return () => player.attachMusic(null)
      }}
    />
  )
}

/** From an order: its product is tagged from the beginning. */
function useFromOrder(): void {
  const { product } = useSearch({ from: '/create/edit' })
  const card = useQuery({
    queryKey: ['card', product],
    queryFn: () =>
      ask(api.GET('/v1/product-cards', { params: { query: { ids: product ?? '' } } })).then(page => page.items[0] ?? null),
    enabled: product !== undefined,
    staleTime: 60_000,
  }).data
  useEffect(() => {
    const { list, past } = editing()
    // Only at the beginning: who took the tag away again does not want it.
    if (!card || !list || past.length > 0 || list.tags.length > 0) return
    tagProduct({ id: card.id, name: card.name, picture: card.picture, price: card.price, shop: card.shop.id })
    useEditing.setState({ past: [] })
  }, [card])
}
