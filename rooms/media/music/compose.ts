import { writeFileSync } from 'node:fs'
import { wavOf } from './mix.ts'
import { pieces, playPiece } from './pieces.ts'

// A program of its own: `compose.ts <name> <path>` writes one piece as WAV. Sums of a second or some must not hold up requests.
const [name = '', path = ''] = process.argv.slice(2)
const piece = pieces[name]
if (!piece || !path) throw new Error(`no piece ${name}`)
writeFileSync(path, wavOf(playPiece(piece)))
