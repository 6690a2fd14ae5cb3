import { useState } from 'react'
import type { Video } from '../../client/types.ts'

/** The picture of the place that one drags to, from the clip's storyboard. It is asked for when the first drag begins; a clip without one shows the time alone. */
export function Scene({ board, at }: { board: NonNullable<Video['storyboard']>; at: number }) {
  const [there, setThere] = useState(false)
  const { url, width, height, columns, count, intervalMs } = board
  const tile = Math.min(count - 1, Math.max(0, Math.floor((at * 1000) / intervalMs)))
  const [left, top] = [(tile % columns) * width, Math.floor(tile / columns) * height]
  return (
    <span className="scene" aria-hidden="true" data-there={there ? '' : undefined} style={{ width, height }}>
      <img
        src={url}
        alt=""
        draggable={false}
        style={{ transform: `translate(${-left}px, ${-top}px)` }}
        onLoad={() => setThere(true)}
      />
    </span>
  )
}
