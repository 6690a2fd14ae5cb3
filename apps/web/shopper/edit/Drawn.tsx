import { useEffect, useRef } from 'react'
import { type Look, pictureOf } from './overlay-picture.ts'

/** The picture of a text or sticker on the page: the very one that is exported. */
export function Drawn({ look, className }: { look: Look; className?: string }) {
  const ref = useRef<HTMLCanvasElement>(null)
  const { kind, style, words } = look
  useEffect(() => {
    const canvas = ref.current
    if (!canvas) return
    const picture = pictureOf({ kind, style, words })
    canvas.width = picture.width
    canvas.height = picture.height
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
  }, [kind, style, words])
  return <canvas ref={ref} className={className} />
}
