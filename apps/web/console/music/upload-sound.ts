import { Upload } from 'tus-js-client'
import { api, ask } from '../../client/api.ts'
import { ApiError } from '../../client/error.ts'

const pause = (ms: number) => new Promise(done => setTimeout(done, ms))

function send(file: File, onProgress: (share: number) => void): Promise<string> {
  return new Promise((done, fail) => {
    let media = ''
    const upload = new Upload(file, {
      endpoint: `${location.origin}/v1/uploads`,
      chunkSize: 8_000_000,
      retryDelays: [0, 1000, 3000, 8000],
      metadata: { use: 'sound' },
      storeFingerprintForResuming: false,
      onAfterResponse: (_request, response) => {
        media = response.getHeader('Upload-Media-Id') ?? media
      },
      onProgress: (sent, total) => onProgress(total > 0 ? sent / total : 0),
      onSuccess: () => (media ? done(media) : fail(new ApiError('unavailable', 0))),
      onError: error => {
        const status = 'originalResponse' in error ? (error.originalResponse?.getStatus() ?? 0) : 0
        fail(new ApiError(status === 413 ? 'media_too_large' : status === 0 ? 'offline' : 'unavailable', status))
      },
    })
    upload.start()
  })
}

/** Uploads a sound and waits until it was judged; answers with its id. Throws an ApiError with the reason when it is refused. */
export async function uploadSound(file: File, onProgress: (share: number) => void): Promise<string> {
  const id = await send(file, onProgress)
  for (let wait = 300; ; wait = Math.min(3000, wait * 1.5)) {
    const media = await ask(api.GET('/v1/media/{id}', { params: { path: { id } } }))
    if (media.state === 'refused') throw new ApiError(media.refusal?.code ?? 'media_unsupported', 422, media.refusal?.message)
    if (media.state === 'held') return id
    await pause(wait)
  }
}
