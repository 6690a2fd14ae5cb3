/** What may be uploaded: policy in one table. GET /v1/media-limits says it, the upload door and the worker keep it. */
export const limits = {
  videoBytes: 500_000_000,
  videoSeconds: 180,
  pictureBytes: 25_000_000,
  pictureMegapixels: 60,
  videoTypes: ['video/mp4', 'video/quicktime', 'video/webm', 'video/x-matroska'],
  pictureTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'],
} as const

/** Longer than this on one side is no clip for people, but work for a decoder. */
export const videoSide = 8192
/** Uploads that one person may have open at once, so that nobody fills the disk with beginnings. */
export const openUploads = 20
/** Text and stickers of an edit: pictures with alpha, drawn by the browser that wrote them. */
export const overlayLimits = { bytes: 2_000_000, pixels: 2_000_000 } as const
/** Music that an operator adds, as it is uploaded. */
export const soundLimits = { bytes: 50_000_000, fromSeconds: 5, toSeconds: 180 } as const
/** Material of edits that one person may hold at once. */
export const heldLimits = { bytes: 2_000_000_000, pieces: 200 } as const
/** Material is held this long after it was last used. */
export const heldHours = 48
/** Edits of one person that may wait or be rendered at once. */
export const openEdits = 5
/** An upload that was not finished in this time is forgotten. */
export const unfinishedHours = 48
/** How often a worker may begin with a medium: a file that kills workers is refused at last. */
export const maxAttempts = 4
/** Decoders that may run at all: what phones, cameras and browsers record. Anything else is refused, not tried. */
export const videoCodecs = ['h264', 'hevc', 'vp8', 'vp9', 'av1', 'libdav1d', 'libaom-av1', 'mpeg4', 'mjpeg', 'prores'] as const
export const audioCodecs = [
  'aac',
  'mp3',
  'mp3float',
  'opus',
  'libopus',
  'vorbis',
  'libvorbis',
  'flac',
  'alac',
  'ac3',
  'eac3',
  'pcm_s16le',
  'pcm_s16be',
  'pcm_s24le',
  'pcm_f32le',
  'amrnb',
  'amr_nb',
] as const
/** Words beside a clip: ffprobe refuses a file whose streams it can't name. They are never decoded and never shown. */
export const textCodecs = ['srt', 'subrip', 'ass', 'ssa', 'webvtt', 'mov_text', 'movtext'] as const
