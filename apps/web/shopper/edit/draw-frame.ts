import type { Picture, Rect, Size } from '#engines/edit'

export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
/** Draws a part of the source over the whole frame. */
export type DrawSource = (pen: Pen, crop: Rect, size: Size) => void

const stones = (m: { width: number; height: number; stone: number }): Size => ({
  width: Math.max(1, Math.round(m.width / m.stone)),
  height: Math.max(1, Math.round(m.height / m.stone)),
})

/** One frame as `layout` says it: source, mosaics, pictures of text and stickers. The server's filtergraph does the same. */
export function drawFrame(
  pen: Pen,
  picture: Picture,
  size: Size,
  drawSource: DrawSource,
  pictureOf: (id: string) => CanvasImageSource | null,
): void {
  pen.imageSmoothingEnabled = true
  pen.imageSmoothingQuality = 'high'
  drawSource(pen, picture.crop, size)
  for (const m of picture.mosaics) drawMosaic(pen, m, stones(m))
  for (const { overlay, ...r } of picture.overlays) {
    const drawn = pictureOf(overlay.picture)
    if (drawn) pen.drawImage(drawn, r.x, r.y, r.width, r.height)
  }
}

let small: OffscreenCanvas | null = null
function drawMosaic(pen: Pen, m: Rect, to: Size): void {
  small ??= new OffscreenCanvas(1, 1)
  small.width = to.width
  small.height = to.height
  const little = small.getContext('2d')
  if (!little) return
  little.imageSmoothingQuality = 'high'
  little.drawImage(pen.canvas, m.x, m.y, m.width, m.height, 0, 0, to.width, to.height)
  pen.imageSmoothingEnabled = false
  pen.drawImage(small, m.x, m.y, m.width, m.height)
  pen.imageSmoothingEnabled = true
}
