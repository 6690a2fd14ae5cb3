/** A part of a file that a player can begin with. */
export interface Segment {
  readonly at: number
  readonly bytes: number
  readonly seconds: number
}

/** The media playlist of one rung (RFC 8216): its parts are byte ranges of the rung's one file. Pure. */
export function mediaPlaylist(file: string, init: { at: number; bytes: number }, segments: readonly Segment[]): string {
  const longest = Math.max(1, ...segments.map(s => Math.round(s.seconds)))
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${longest}`,
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-MAP:URI="${file}",BYTERANGE="${init.bytes}@${init.at}"`,
    ...segments.flatMap(s => [`#EXTINF:${s.seconds.toFixed(5)},`, `#EXT-X-BYTERANGE:${s.bytes}@${s.at}`, file]),
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')
}

export interface Variant {
  readonly name: string
  readonly width: number
  readonly height: number
  /** Mean over the clip, and of the fullest segment. */
  readonly kbps: number
  readonly peakKbps: number
  readonly codecs: string
}
/** The master playlist of a clip, from the lowest rung up. Pure. */
export const masterPlaylist = (variants: readonly Variant[]): string =>
  [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...variants.flatMap(v => [
      `#EXT-X-STREAM-INF:BANDWIDTH=${v.peakKbps * 1000},AVERAGE-BANDWIDTH=${v.kbps * 1000},RESOLUTION=${v.width}x${v.height},CODECS="${v.codecs}"`,
      `${v.name}.m3u8`,
    ]),
    '',
  ].join('\n')
