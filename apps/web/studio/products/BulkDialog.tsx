import { useRef, useState } from 'react'
import type { Texts } from '../../client/types.ts'
import { refusal } from '../../i18n/desk/index.ts'
import { said } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { useList } from '../../i18n/studio/list/index.ts'
import { Button } from '../../ui/core/index.ts'
import { Link, Modal } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import type { Action } from './BulkBar.tsx'
import { BulkForm } from './BulkForm.tsx'
import { type Progress, runBulk } from './bulk-run.ts'
import { type Change, reasonOf } from './list-data.ts'

interface BulkDialogProps {
  readonly action: Action
  readonly ids: readonly string[]
  readonly names: ReadonlyMap<string, Texts>
  readonly choose: (ids: readonly string[]) => void
  readonly onClose: () => void
}
/** Asks what exactly, runs it with a count, and says at the end which products stayed as they were, and why. */
export function BulkDialog({ action, ids, names, choose, onClose }: BulkDialogProps) {
  const l = useList()
  const { shop } = useMyShop()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [change, setChange] = useState<Change | null>(null)
  const stop = useRef(false)
  const run = (of: Change, products: readonly string[]) => {
    stop.current = false
    setChange(of)
    void runBulk(shop, products, of, setProgress, () => stop.current)
  }
  const running = progress?.state === 'running'
  const close = () => {
    if (running) return
    if (progress?.state === 'over' && progress.failed.length === 0) choose([])
    onClose()
  }
  return (
    <Modal wide={action === 'price'} title={l.bulk.title[action](ids.length)} onClose={close}>
      {progress === null ? (
        <BulkForm action={action} ids={ids} names={names} onCancel={onClose} onRun={of => run(of, ids)} />
      ) : (
        <div className="grid gap-3">
          {running && (
            <>
              <progress
                className="desk-progress"
                max={ids.length}
                value={ids.length - progress.left.length}
                aria-label={l.bulk.actions[action]}
              />
              <p className="num" role="status">
                {l.bulk.running(ids.length - progress.left.length, ids.length)}
              </p>
              <div className="flex justify-end">
                <Button
                  onClick={() => {
                    stop.current = true
                  }}
                >
                  {l.bulk.stop}
                </Button>
              </div>
            </>
          )}
          {!running && (
            <Report
              progress={progress}
              names={names}
              goOn={change && progress.state === 'broken' ? () => run(change, progress.left) : null}
              failedOnly={() => {
                choose(progress.failed.map(f => f.product))
                onClose()
              }}
              close={close}
            />
          )}
        </div>
      )}
    </Modal>
  )
}

interface ReportProps {
  readonly progress: Progress
  readonly names: ReadonlyMap<string, Texts>
  readonly goOn: (() => void) | null
  readonly failedOnly: () => void
  readonly close: () => void
}
function Report({ progress, names, goOn, failedOnly, close }: ReportProps) {
  const l = useList()
  const t = useT()
  const { failed, done, left, state } = progress
  return (
    <>
      <div role="status" className="grid gap-1">
        <p>{l.bulk.done(done)}</p>
        {state === 'stopped' && <p>{l.bulk.stopped(left.length)}</p>}
        {state === 'broken' && (
          <p className="text-danger">{`${l.bulk.broken(done + failed.length, left.length)} ${refusal(progress.error)}`}</p>
        )}
        {failed.length > 0 && <p className="font-medium">{l.bulk.failed(failed.length)}</p>}
      </div>
      {failed.length > 0 && (
        <ul className="grid max-h-[40dvh] gap-1 overflow-auto">
          {failed.map(f => (
            <li key={f.product} className="grid border-t border-line py-2 first:border-0">
              <Link to="/products/$product" params={{ product: f.product }} className="font-medium">
                {said(f.row?.name ?? names.get(f.product) ?? {}) || t.products.unnamed}
              </Link>
              <span className="text-meta text-ink-2">{reasonOf(f.code)}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {goOn && <Button onClick={goOn}>{l.bulk.goOn}</Button>}
        {failed.length > 0 && <Button onClick={failedOnly}>{l.bulk.failedOnly}</Button>}
        <Button kind="act" onClick={close}>
          {l.bulk.close}
        </Button>
      </div>
    </>
  )
}
