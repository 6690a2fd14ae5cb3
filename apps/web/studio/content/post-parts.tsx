import { ApiError } from '../../client/error.ts'
import { langTag } from '../../i18n/core.ts'
import { refusal } from '../../i18n/desk/index.ts'
import { compact, number, percent } from '../../i18n/format.ts'
import { useContent } from '../../i18n/studio/content/index.ts'
import { Thumb } from '../../ui/core/index.ts'
import { State, Time } from '../../ui/desk/index.ts'
import { type Numbers, type Post, pictureOf, toneOf, whenOf } from './content-data.ts'

/** Picture and words; what is live opens as shoppers see it. */
export function PostName({ post }: { post: Post }) {
  const t = useContent()
  const words = (
    <span lang={langTag(post.language)} className="line-clamp-2">
      {post.caption || t.unnamed}
    </span>
  )
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Thumb {...pictureOf(post)} className="h-14 w-10 flex-none rounded-thumb object-cover" />
      <span className="min-w-0">
        {post.state === 'live' ? (
          <a href={`/p/${post.id}`} className="font-semibold">
            {words}
          </a>
        ) : (
          words
        )}
        <Disclosed post={post} />
      </span>
    </span>
  )
}

function Disclosed({ post }: { post: Post }) {
  const t = useContent()
  const missing = post.disclosure === null
  return (
    <span className={missing ? 'block text-caption text-danger' : 'block text-caption text-ink-2'}>
      {post.disclosure === null ? t.undisclosed : t.disclosures[post.disclosure]}
    </span>
  )
}

/** The state, and of what did not go well the reason. */
export function PostState({ post }: { post: Post }) {
  const t = useContent()
  const reasons: Readonly<Record<string, string>> = t.reasons
  return (
    <span className="grid gap-0.5">
      <State tone={toneOf[post.state]}>{t.states[post.state]}</State>
      {post.state === 'processing' && (
        <span className="num text-caption text-ink-2">{t.progress(percent(post.progress / 100))}</span>
      )}
      {post.removal && (
        <span className="max-w-[30ch] text-caption text-ink-2">
          {t.removedFor(reasons[post.removal.reason] ?? t.reasons.other)}
          {post.removal.explanation && <span className="block">{post.removal.explanation}</span>}
        </span>
      )}
      {post.state === 'draft' && post.refusal && (
        <span className="max-w-[30ch] text-caption text-danger">{refusal(new ApiError(post.refusal.code, 0))}</span>
      )}
    </span>
  )
}

export function PostDate({ post }: { post: Post }) {
  const t = useContent()
  return (
    <span className="whitespace-nowrap">
      <Time at={whenOf(post)} as={post.scheduled ? 'dateTime' : 'date'} />
      {post.published === null && <span className="block text-caption text-ink-2">{post.scheduled ? t.goesOut : t.begun}</span>}
    </span>
  )
}

export const figures = ['impressions', 'watched', 'clicks', 'orders', 'shares'] as const
export type Figure = (typeof figures)[number]
/** One figure; a dash where there is none to be had, which is not a zero. */
export function figureOf(t: ReturnType<typeof useContent>, n: Numbers | undefined, figure: Figure): string {
  if (!n) return '–'
  if (figure !== 'watched') return compact(n[figure])
  return n.watched === 0 ? '–' : t.seconds(number(Math.round(Number(n.watchedMs) / n.watched / 100) / 10))
}
