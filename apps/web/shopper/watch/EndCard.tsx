import { Link } from '@tanstack/react-router'
import { useT } from '../../i18n/shopper/index.ts'
import { Button, Empty } from '../../ui/core/index.ts'
import { LoopMark } from '../../ui/loop/LoopMark.tsx'

/** The feed has an end. */
export function EndCard({ onAgain }: { onAgain: () => void }) {
  const t = useT().watch
  return (
    <Empty
      icon={<LoopMark size={72} />}
      title={t.endTitle}
      text={t.endText}
      action={
        <div className="flex flex-wrap justify-center gap-3">
          <Button onClick={onAgain}>{t.again}</Button>
          <Link to="/mall" className="btn" data-kind="plain">
            {t.endMall}
          </Link>
        </div>
      }
    />
  )
}
