import type { Picture, Rect, Size } from '#engines/edit'

export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
/** The picture of a text or sticker, in this size. */
export type PictureOf = (id: string, size: Size) => CanvasImageSource | null
/** Draws a part of the source over the whole frame. */
export type DrawSource = (pen: Pen, crop: Rect, size: Size) => void

const stones = (m: { width: number; height: number; stone: number }): Size => ({
  width: Math.max(1, Math.round(m.width / m.stone)),
  height: Math.max(1, Math.round(m.height / m.stone)),
})

/** One frame as `layout` says it: source, mosaics, pictures of text and stickers. The server's filtergraph does the same. */
export function drawFrame(pen: Pen, picture: Picture, size: Size, drawSource: DrawSource, pictureOf: PictureOf): void {
  pen.imageSmoothingEnabled = true
  pen.imageSmoothingQuality = 'high'
  drawSource(pen, picture.crop, size)
  for (const m of picture.mosaics) drawMosaic(pen, m, stones(m))
  for (const { overlay, ...r } of picture.overlays) {
    const drawn = pictureOf(overlay.picture, r)
    if (drawn) pen.drawImage(drawn, r.x, r.y)
  }
}

/** The pictures in the size in which they stand: they are scaled once, not with every frame. */
export function scaled(pictureOf: (id: string) => CanvasImageSource | null): PictureOf {
  const known = new Map<string, CanvasImageSource>()
  return (id, { width, height }) => {
    const key = `${width} ${height} ${id}`
    const before = known.get(key)
    const picture = before ?? pictureOf(id)
    if (before || !picture) return picture
    const [canvas, pen] = sheet(width, height)
    pen.drawImage(picture, 0, 0, width, height)
    known.set(key, canvas)
    return canvas
  }
}

function sheet(width: number, height: number): [OffscreenCanvas, OffscreenCanvasRenderingContext2D] {
  const canvas = new OffscreenCanvas(width, height)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.imageSmoothingQuality = 'high'
  return [canvas, pen]
}

/** The part is taken out first: scaling it down out of the whole frame would scale all of the frame. */
function drawMosaic(pen: Pen, m: Rect, to: Size): void {
  const [part, partPen] = sheet(m.width, m.height)
  partPen.drawImage(pen.canvas, m.x, m.y, m.width, m.height, 0, 0, m.width, m.height)
  const [small, smallPen] = sheet(to.width, to.height)
  smallPen.drawImage(part, 0, 0, to.width, to.height)
  pen.imageSmoothingEnabled = false
  pen.drawImage(small, m.x, m.y, m.width, m.height)
  pen.imageSmoothingEnabled = true
}
