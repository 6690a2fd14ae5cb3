import sharp from 'sharp'
import { limits, overlayLimits } from './limits.ts'
import { type Judged, type MediaRefusal, unusable } from './medium.ts'
import { thumbhashOf } from './poster.ts'

export interface PictureFiles {
  readonly full: Buffer
  readonly card: Buffer
  readonly square: Buffer
  /** Size of `full`. */
  readonly width: number
  readonly height: number
  readonly thumbhash: string
}

// One picture at a time and one thread: uploads must not starve requests.
sharp.concurrency(1)

/** Turned upright, without any metadata (place, device), in sRGB, in three sizes. The first frame of an animation. */
export async function makePictures(path: string): Promise<{ files: PictureFiles } | { refusal: MediaRefusal }> {
  try {
    // Only the header is read here: the size is judged before anything is decoded.
    const { width, height } = await sharp(path, { limitInputPixels: false }).metadata()
    if (width * height > limits.pictureMegapixels * 1e6)
      return {
        refusal: unusable(
          'picture_too_large',
          `The picture has ${width} × ${height} points; at most ${limits.pictureMegapixels} million are taken`,
        ),
      }
    return { files: await render(path) }
  } catch (error) {
    // Not the picture's fault: let the job be tried again.
    if (/missing|ENOENT|ENOSPC/.test((error as Error).message)) throw error
    return { refusal: reasonOf(error as Error) }
  }
}

/** A text or sticker as a PNG of our own: upright, sRGB, alpha kept, no metadata, one frame. Its size is judged before it is decoded. */
export async function cleanOverlay(path: string): Promise<Judged<{ png: Buffer; width: number; height: number }>> {
  const most = overlayLimits.pixels
  try {
    const { width, height } = await sharp(path, { limitInputPixels: false }).metadata()
    if (width * height > most)
      return {
        refusal: unusable(
          'picture_too_large',
          `The picture has ${width} × ${height} points; texts and stickers may have ${most / 1e6} million`,
        ),
      }
    const { data, info } = await sharp(path, { limitInputPixels: most, failOn: 'truncated' })
      .rotate()
      .toColourspace('srgb')
      .ensureAlpha()
      .png({ compressionLevel: 6 })
      .toBuffer({ resolveWithObject: true })
    return { value: { png: data, width: info.width, height: info.height } }
  } catch (error) {
    if (/missing|ENOENT|ENOSPC/.test((error as Error).message)) throw error
    return { refusal: reasonOf(error as Error) }
  }
}

/** A picture as so many points in a square, three bytes each (RGB), without any head; what is transparent is white. */
export const pointsOf = (picture: string | Buffer, side: number): Promise<Buffer> =>
  sharp(picture).flatten({ background: '#fff' }).resize(side, side, { fit: 'fill' }).toColourspace('srgb').raw().toBuffer()

async function render(path: string): Promise<PictureFiles> {
  const upright = () => sharp(path, { limitInputPixels: limits.pictureMegapixels * 1e6, failOn: 'truncated' }).rotate()
  const { data: full, info } = await upright()
    .resize({ width: 1440, height: 1440, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
  const card = await sharp(full)
    .resize({ width: 720, height: 720, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer()
  const square = await sharp(full).resize({ width: 256, height: 256, fit: 'cover' }).webp({ quality: 80 }).toBuffer()
  return { full, card, square, width: info.width, height: info.height, thumbhash: await thumbhashOf(card) }
}

function reasonOf(error: Error): MediaRefusal {
  if (/pixel limit/i.test(error.message))
    return unusable('picture_too_large', `At most ${limits.pictureMegapixels} million points are taken`)
  if (/premature|truncated|end of (file|stream|input)|read error|unexpected end|out of order read/i.test(error.message))
    return unusable('media_truncated', 'The picture breaks off before its end. Upload it again')
  return unusable('media_unsupported', 'The picture could not be read')
}
