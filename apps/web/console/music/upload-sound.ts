import { uploadFile } from '../../client/upload-file.ts'

/** Uploads a sound and waits until it was judged; answers with its id. Throws an ApiError with the reason when it is refused. */
export const uploadSound = (file: File, onProgress: (share: number) => void): Promise<string> =>
  uploadFile(file, { use: 'sound' }, onProgress, ({ id, state }) => (state === 'held' ? id : null))
