import { Link } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useLanguage } from '../../i18n/core.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Captions, CaptionsOff, Search, Volume2, VolumeX } from '../../ui/core/icons.tsx'
import { cx, IconButton } from '../../ui/core/index.ts'
import { setPref, usePrefs } from '../prefs.ts'
import { rememberShare } from '../share-memory.ts'
import { FeedView } from './FeedView.tsx'
import { Feed, type FeedWish } from './feed-store.ts'
import { pool } from './player-pool.ts'
import { useSound } from './player-state.ts'

type Scene = FeedWish['scene']

/** The feed's place: tabs above, slides below. `start` opens it at one post, `share` says which link led here. */
export function Watch({ start, share }: { start?: string; share?: string }) {
  const [scene, setScene] = useState<Scene>('for_you')
  const feeds = useRef<Partial<Record<Scene, Feed>>>({})
  const make = (of: Scene) =>
    new Feed({ scene: of, ...(of === 'for_you' && start && { start }), ...(of === 'for_you' && share && { share }) })
  const feed = (feeds.current[scene] ??= make(scene))
  useEffect(() => {
    if (start && share) rememberShare(start, share)
  }, [start, share])
  return (
    <section className="watch" data-theme="dark">
      <PlayerWishes />
      <Top scene={scene} onScene={setScene} />
      <FeedView key={scene} feed={feed} onForYou={() => setScene('for_you')} />
    </section>
  )
}
/** Tells the player what the viewer wants. It stands before the feed, whose effects begin the first clip: that one must know already. */
function PlayerWishes() {
  const { dataSaver, tapToPlay } = usePrefs()
  const language = useLanguage()
  useLayoutEffect(
    () => pool.wish({ saver: dataSaver || savesData(), tapToPlay, captions: language }),
    [dataSaver, tapToPlay, language],
  )
  return null
}
const savesData = () => (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true

function Top({ scene, onScene }: { scene: Scene; onScene: (scene: Scene) => void }) {
  const t = useT()
  const muted = useSound(s => s.muted)
  const captions = usePrefs(s => s.captions)
  const shown = captions === 'always' || (captions === 'muted' && muted)
  return (
    <header className="watch-top">
      <div className="flex gap-5" role="tablist" aria-label={t.watch.feed}>
        {(['following', 'for_you'] as const).map(s => (
          <button
            key={s}
            type="button"
            role="tab"
            aria-selected={s === scene}
            className={cx('watch-tab', s === scene && 'on')}
            onClick={() => onScene(s)}
          >
            {s === 'for_you' ? t.watch.forYou : t.watch.following}
          </button>
        ))}
      </div>
      <div className="flex">
        <IconButton
          label={shown ? t.watch.captionsOff : t.watch.captionsOn}
          onClick={() => setPref({ captions: shown ? 'never' : 'always' })}
        >
          {shown ? <Captions /> : <CaptionsOff />}
        </IconButton>
        <IconButton label={muted ? t.watch.sound : t.watch.mute} onClick={() => pool.setMuted(!muted)}>
          {muted ? <VolumeX /> : <Volume2 />}
        </IconButton>
        <Link to="/search" className="icon-btn" aria-label={t.nav.search} title={t.nav.search}>
          <Search />
        </Link>
      </div>
    </header>
  )
}
