import { ApiError } from '../../client/error.ts'
import type { Picture } from '../../client/types.ts'
import { uploadFile } from '../../client/upload-file.ts'

/** Uploads a picture and waits until it is ready to be shown. Throws an ApiError with the reason when it is refused. */
export const uploadPicture = (file: File, onProgress: (share: number) => void): Promise<Picture> =>
  uploadFile(file, { filename: file.name, filetype: file.type }, onProgress, ({ picture, state }) => {
    if (!picture && state === 'ready') throw new ApiError('media_unsupported', 422)
    return picture
  })
