import type { Programs } from './program.ts'

/** Transfer curves of bright pictures: PQ (HDR10, Dolby Vision) and HLG (most phones), Rec. ITU-R BT.2100. */
export type Hdr = 'pq' | 'hlg'

export const hdrOf = (transfer: string | undefined): Hdr | null =>
  transfer === 'smpte2084' ? 'pq' : transfer === 'arib-std-b67' ? 'hlg' : null

/** Light of the white that the curve is scaled to, cd/m²: BT.2408 puts it at 203. */
const white = 203

/** Filters that make usual pictures (BT.709) of bright ones; none for those that are usual already. */
export async function toSdr(programs: Programs, ffmpeg: string, hdr: Hdr | null | undefined): Promise<readonly string[]> {
  if (!hdr) return []
  if (await knowsZscale(programs, ffmpeg)) return mapped(hdr)
  return [...colours, hdr === 'pq' ? 'eq=contrast=1.7:brightness=0.08:saturation=1.6' : 'eq=contrast=1.2:saturation=1.4']
}

/** The input's tags are stated, since a file may leave some out; light is mapped in linear RGB. */
const mapped = (hdr: Hdr): string[] => [
  `setparams=color_primaries=bt2020:color_trc=${hdr === 'pq' ? 'smpte2084' : 'arib-std-b67'}:colorspace=bt2020nc`,
  `zscale=t=linear:npl=${white}`,
  'format=gbrpf32le',
  'zscale=p=bt709',
  'tonemap=tonemap=mobius',
  'zscale=t=bt709:m=bt709:r=tv',
]
/** Without zscale: colours are converted, and the contrast that the curve takes is given back roughly. */
const colours = ['format=yuv420p', 'colorspace=all=bt709:ispace=bt2020ncl:iprimaries=bt2020:itrc=bt709:format=yuv420p']

const known = new Map<string, Promise<boolean>>()
function knowsZscale(programs: Programs, ffmpeg: string): Promise<boolean> {
  const before = known.get(ffmpeg)
  if (before) return before
  const asked = programs
    .run(ffmpeg, ['-hide_banner', '-v', 'error', '-filters'], { timeoutMs: 20_000, nice: 5 })
    .then(text => / zscale /.test(text) && / tonemap /.test(text))
  asked.catch(() => known.delete(ffmpeg))
  known.set(ffmpeg, asked)
  return asked
}
