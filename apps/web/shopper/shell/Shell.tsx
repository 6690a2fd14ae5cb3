import { Outlet, useLocation, useParams, useSearch } from '@tanstack/react-router'
import { Activity, useEffect, useRef } from 'react'
import { OfflineBanner, Toasts } from '../../ui/core/index.ts'
import { Sheets } from '../sheets/Sheets.tsx'
import { Watch } from '../watch/Watch.tsx'
import { Bar } from './Bar.tsx'
import { useFocusOfPage } from './focus.ts'
import { OutgoingPosts } from './OutgoingPosts.tsx'
import { RefusedWords } from './RefusedWords.tsx'
import { Updates } from './Updates.tsx'

/** The frame of every page. Watch is kept alive behind the others (React's Activity), so that Back is instant and exact. */
export function Shell() {
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  useFocusOfPage(main)
  const { post } = useParams({ strict: false })
  const { share } = useSearch({ strict: false })
  const deep = pathname.startsWith('/p/')
  const watching = pathname === '/' || deep
  // A feed is made on its first visit and stays; another shared post replaces the second feed only.
  const seen = useRef({ home: false, deep: '', share: '' })
  if (pathname === '/') seen.current.home = true
  if (deep && post) seen.current = { ...seen.current, deep: post, share: share ?? '' }
  useEffect(() => {
    if (!watching) window.scrollTo(0, window.scrollY)
  }, [watching])
  return (
    <>
      {/* The editor takes the whole screen. */}
      {pathname !== '/create/edit' && <Bar over={watching} />}
      {seen.current.home && (
        <Activity mode={pathname === '/' ? 'visible' : 'hidden'}>
          <Watch />
        </Activity>
      )}
      {seen.current.deep && (
        <Activity mode={deep ? 'visible' : 'hidden'} key={seen.current.deep}>
          <Watch start={seen.current.deep} {...(seen.current.share && { share: seen.current.share })} />
        </Activity>
      )}
      <main ref={main} tabIndex={-1} className="main" data-watch={watching ? '' : undefined}>
        <Outlet />
      </main>
      <Sheets />
      <OutgoingPosts />
      <RefusedWords />
      <Updates />
      <OfflineBanner />
      <Toasts />
    </>
  )
}
