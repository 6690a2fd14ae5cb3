import { type ImgHTMLAttributes, useMemo } from 'react'
import { thumbHashToDataURL } from 'thumbhash'
import { cx } from './cx.ts'

const known = new Map<string, string>()
/** The 25-byte ThumbHash (base64) as a picture; '' when it cannot be read. */
export function blurred(hash: string | null | undefined): string {
  if (!hash) return ''
  const before = known.get(hash)
  if (before !== undefined) return before
  let url = ''
  try {
    url = thumbHashToDataURL(Uint8Array.from(atob(hash), c => c.charCodeAt(0)))
  } catch {
    // A hash that cannot be read is no hash.
  }
  known.set(hash, url)
  return url
}

export interface ThumbProps extends ImgHTMLAttributes<HTMLImageElement> {
  readonly src: string | undefined
  readonly hash?: string | null | undefined
}
/** A picture that first shows its ThumbHash. Give it a size or an aspect ratio, so that nothing jumps. */
export function Thumb({ src, hash, className, style, alt = '', ...rest }: ThumbProps) {
  const back = useMemo(() => blurred(hash), [hash])
  return (
    <img
      src={src}
      alt={alt}
      loading="lazy"
      decoding="async"
      className={cx('bg-sunk object-cover', className)}
      style={{ ...(back && { backgroundImage: `url(${back})`, backgroundSize: 'cover' }), ...style }}
      {...rest}
    />
  )
}

export function Avatar({ name, src, size = 36 }: { name: string; src?: string | null; size?: number }) {
  if (src)
    return (
      <img
        src={src}
        alt=""
        width={size}
        height={size}
        className="flex-none rounded-full bg-sunk object-cover"
        style={{ width: size, height: size }}
      />
    )
  return (
    <span
      aria-hidden="true"
      className="grid flex-none place-items-center rounded-full bg-[linear-gradient(135deg,var(--p3),var(--p1))] font-semibold text-white"
      style={{ width: size, height: size, fontSize: size * 0.42 }}
    >
      {[...name][0]?.toUpperCase() ?? ''}
    </span>
  )
}
