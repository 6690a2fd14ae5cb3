import { ApiError } from '../../client/error.ts'
import { retryUpload, uploadOf, useUploads } from './uploads.ts'

/** Waits for an upload; the id of its medium. One that failed before is tried once more, so that another try of what needs it can succeed. */
export function whenSent(id: string, signal: AbortSignal): Promise<string> {
  if (uploadOf(id)?.state === 'failed') retryUpload(id)
  return new Promise((resolve, reject) => {
    const look = () => {
      const upload = uploadOf(id)
      if (upload?.state === 'sent' && upload.media) resolve(upload.media)
      else if (!upload || upload.state === 'failed') reject(new ApiError(upload?.error ?? 'unavailable', 0))
      else return
      stop()
    }
    const stop = useUploads.subscribe(look)
    signal.addEventListener('abort', () => {
      stop()
      reject(signal.reason as Error)
    })
    look()
  })
}
