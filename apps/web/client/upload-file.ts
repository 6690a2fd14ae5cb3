import { Upload } from 'tus-js-client'
import { api, ask, type Reply } from './api.ts'
import { ApiError } from './error.ts'
import { uploadErrorOf } from './upload-error.ts'

type Medium = Reply<'GET /v1/media/{id}'>
const pause = (ms: number) => new Promise(done => setTimeout(done, ms))

/** Sends a file by tus, which goes on by itself after a lost moment; answers with the id of the medium. */
function send(file: File, metadata: Record<string, string>, onProgress: (share: number) => void): Promise<string> {
  return new Promise((done, fail) => {
    let media = ''
    const upload = new Upload(file, {
      endpoint: `${location.origin}/v1/uploads`,
      chunkSize: 8_000_000,
      retryDelays: [0, 1000, 3000, 8000],
      metadata,
      storeFingerprintForResuming: false,
      onAfterResponse: (_request, response) => {
        media = response.getHeader('Upload-Media-Id') ?? media
      },
      onProgress: (sent, total) => onProgress(total > 0 ? sent / total : 0),
      onSuccess: () => (media ? done(media) : fail(new ApiError('unavailable', 0))),
      onError: error => fail(uploadErrorOf(error)),
    })
    upload.start()
  })
}

/** For forms that wait: uploads a file and asks for its medium until `take` finds in it what is needed. Throws an ApiError with the reason when it is refused. */
export async function uploadFile<T>(
  file: File,
  metadata: Record<string, string>,
  onProgress: (share: number) => void,
  take: (medium: Medium) => T | null,
): Promise<T> {
  const id = await send(file, metadata, onProgress)
  for (let wait = 300; ; wait = Math.min(3000, wait * 1.5)) {
    const medium = await ask(api.GET('/v1/media/{id}', { params: { path: { id } } }))
    if (medium.state === 'refused') throw new ApiError(medium.refusal?.code ?? 'media_unsupported', 422, medium.refusal?.message)
    const taken = take(medium)
    if (taken !== null) return taken
    await pause(wait)
  }
}
