import type { Slide } from '../../client/types.ts'
import { compact } from '../../i18n/format.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Bookmark, Heart, MessageCircle, Share } from '../../ui/core/icons.tsx'
import { counted, isLiked, isSaved, like, save, useMarks } from '../marks.ts'
import { useSheet } from '../sheets/sheet.ts'

/** Like, comments, save, share: one row under the thumb, never a rail over the picture. */
export function Actions({ slide }: { slide: Slide }) {
  const t = useT().watch
  const sheet = useSheet()
  const liked = useMarks(s => isLiked(s, slide))
  const saved = useMarks(s => isSaved(s, slide))
  const comments = slide.counts.comments + useMarks(s => s.comments[slide.id] ?? 0)
  const likes = counted(slide.counts.likes, slide.mine.liked, liked)
  const saves = counted(slide.counts.saves, slide.mine.saved, saved)
  return (
    <div className="actions num">
      <button type="button" aria-pressed={liked} aria-label={`${t.like} ${likes}`} onClick={() => like(slide, !liked)}>
        <Heart
          key={String(liked)}
          className={liked ? 'pop' : undefined}
          fill={liked ? 'currentColor' : 'none'}
          style={liked ? { color: 'var(--p6)' } : undefined}
        />
        {likes > 0 ? compact(likes) : t.like}
      </button>
      <button
        type="button"
        aria-label={`${t.comments} ${comments}`}
        onClick={() => sheet.open({ kind: 'comments', post: slide.id })}
      >
        <MessageCircle />
        {comments > 0 ? compact(comments) : t.comments}
      </button>
      <button type="button" aria-pressed={saved} aria-label={`${t.save} ${saves}`} onClick={() => save(slide, !saved)}>
        <Bookmark key={String(saved)} className={saved ? 'pop' : undefined} fill={saved ? 'currentColor' : 'none'} />
        {saves > 0 ? compact(saves) : t.save}
      </button>
      <button type="button" onClick={() => sheet.open({ kind: 'share', post: slide.id })}>
        <Share />
        {t.share}
      </button>
    </div>
  )
}
