import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { useMusicWords } from '../../i18n/console/music/index.ts'
import { langTag } from '../../i18n/core.ts'
import { clock, textIn } from '../../i18n/format.ts'
import { Volume2 } from '../../ui/core/icons.tsx'
import { Button, Chip, Empty, toast } from '../../ui/core/index.ts'
import { type Column, DataTable, PageHead, Problem } from '../../ui/desk/index.ts'
import { MusicForm } from './MusicForm.tsx'

export type MusicPiece = Reply<'GET /v1/music'>['items'][number]

/** Music that people may lay under their clips: listen, rename, hide, offer again, add. */
export function MusicPage() {
  const t = useMusicWords()
  const [hidden, setHidden] = useState(false)
  const [open, setOpen] = useState<MusicPiece | 'new' | null>(null)
  const music = useInfiniteQuery({
    queryKey: ['music', hidden],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/v1/music', {
          params: { query: { limit: 30, ...(hidden && { hidden }), ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const offer = useMutation({
    mutationFn: (m: MusicPiece) =>
      ask(api.PATCH('/v1/music/{id}', { params: { path: { id: m.id } }, body: { hidden: !m.hidden } })),
    onSuccess: m => {
      void queryClient.invalidateQueries({ queryKey: ['music'] })
      toast(m.hidden ? t.isHidden : t.isShown)
    },
  })
  const said = (texts: MusicPiece['title']) => {
    const { text, lang } = textIn(texts)
    return (
      <span lang={langTag(lang)} className="break-words">
        {text}
      </span>
    )
  }
  const sound = (m: MusicPiece) => (
    <audio controls preload="none" src={m.url} aria-label={t.hear(textIn(m.title).text)} className="h-10 w-full min-w-56" />
  )
  const acts = (m: MusicPiece) => (
    <span className="flex flex-wrap gap-2">
      <Button onClick={() => setOpen(m)}>{t.edit}</Button>
      <Button busy={offer.isPending && offer.variables.id === m.id} onClick={() => offer.mutate(m)}>
        {m.hidden ? t.show : t.hide}
      </Button>
    </span>
  )
  const columns: readonly Column<MusicPiece>[] = [
    { key: 'name', head: t.name, cell: m => <b className="font-semibold">{said(m.title)}</b> },
    { key: 'mood', head: t.mood, cell: m => t.moods[m.mood] },
    { key: 'length', head: t.length, end: true, cell: m => <span className="num">{clock(m.length / 1000)}</span> },
    { key: 'credit', head: t.credit, cell: m => said(m.credit) },
    { key: 'listen', head: t.listen, cell: sound },
    { key: 'act', head: t.act, cell: acts },
  ]
  return (
    <>
      <PageHead title={t.title} note={t.note}>
        <Button kind="act" onClick={() => setOpen('new')}>
          {t.add}
        </Button>
      </PageHead>
      <div className="mb-3 flex gap-2">
        {[false, true].map(is => (
          <Chip key={String(is)} on={hidden === is} onClick={() => setHidden(is)}>
            {is ? t.hiddenOnes : t.offered}
          </Chip>
        ))}
      </div>
      <Problem error={offer.error} />
      <DataTable
        pages={music}
        label={t.title}
        columns={columns}
        rowKey={m => m.id}
        card={m => (
          <div className="grid gap-2">
            <div className="flex items-baseline gap-2">
              <b className="flex-1 font-semibold">{said(m.title)}</b>
              <span className="num text-meta text-ink-2">{`${t.moods[m.mood]} · ${clock(m.length / 1000)}`}</span>
            </div>
            <span className="text-meta text-ink-2">{said(m.credit)}</span>
            {sound(m)}
            {acts(m)}
          </div>
        )}
        empty={
          <Empty icon={<Volume2 size={32} />} title={hidden ? t.noneHidden : t.none} {...(!hidden && { text: t.noneText })} />
        }
      />
      {open && <MusicForm piece={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}
