import { useBlocker } from '@tanstack/react-router'
import { useDesk } from '../../i18n/desk/index.ts'
import { Button } from '../core/index.ts'
import { Modal } from './Modal.tsx'

/** Asks before changes would be lost, inside the app and when the tab is closed. */
export function LeaveGuard({ when }: { when: boolean }) {
  const t = useDesk()
  const blocker = useBlocker({ shouldBlockFn: () => when, enableBeforeUnload: () => when, withResolver: true })
  if (blocker.status !== 'blocked') return null
  return (
    <Modal title={t.leaveTitle} text={t.leaveText} onClose={() => blocker.reset?.()}>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => blocker.proceed?.()}>{t.leave}</Button>
        <Button kind="act" onClick={() => blocker.reset?.()}>
          {t.stay}
        </Button>
      </div>
    </Modal>
  )
}
