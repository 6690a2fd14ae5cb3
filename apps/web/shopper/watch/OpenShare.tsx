import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { ErrorBox, Skeleton } from '../../ui/core/index.ts'
import { rememberShare } from '../share-memory.ts'

/** /s/{share}: the link is told to be opened, then leads to what it is about; from there on its id is part of every source. */
export function OpenShare() {
  const { share } = useParams({ from: '/s/$share' })
  const navigate = useNavigate()
  const [error, setError] = useState<unknown>(null)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is another try
  useEffect(() => {
    let gone = false
    ask(api.POST('/v1/shares/{id}/opened', { params: { path: { id: share } } })).then(
      ({ about }) => {
        if (gone) return
        rememberShare(about.id, share)
        if (about.kind === 'post') void navigate({ to: '/p/$post', params: { post: about.id }, search: { share }, replace: true })
        else if (about.kind === 'product')
          void navigate({ to: '/product/$product', params: { product: about.id }, search: { share }, replace: true })
        else void navigate({ to: '/shop/$slug', params: { slug: about.id }, search: { share }, replace: true })
      },
      (cause: unknown) => !gone && setError(cause),
    )
    return () => {
      gone = true
    }
  }, [share, navigate, round])
  if (error)
    return (
      <ErrorBox
        error={error}
        retry={() => {
          setError(null)
          setRound(round + 1)
        }}
      />
    )
  return (
    <div className="page py-6">
      <Skeleton ratio={9 / 16} className="mx-auto w-full max-w-[420px] rounded-card" />
    </div>
  )
}
