/** May not begin a line, in Japanese and Chinese as in Latin writing (kinsoku). */
const clings = /^[\p{Pe}\p{Pf}、。，．・：；！？!?,.:;…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％%°]/u
/** May not end a line. */
const opens = /[\p{Ps}\p{Pi}¥￥$#＃@]$/u

const parts = (text: string, by: 'word' | 'grapheme', language: string): string[] =>
  [...new Intl.Segmenter(language, { granularity: by }).segment(text)].map(s => s.segment)

/** Words that must stay together, each with the space behind it. */
function pieces(text: string, language: string): string[] {
  const out: string[] = []
  for (const part of parts(text, 'word', language)) {
    const last = out.at(-1)
    if (last !== undefined && (/^\s+$/.test(part) || clings.test(part) || opens.test(last))) out[out.length - 1] = last + part
    else out.push(part)
  }
  return out
}

/**
 * Breaks a text into lines that are at most `most` wide by `measure`: between words where there are any, never before a closing
 * mark or after an opening one; a word that is too long alone is broken anywhere. What was typed as a new line is one.
 */
export function linesOf(text: string, most: number, measure: (text: string) => number, language = 'ja'): string[] {
  return text.split('\n').flatMap(paragraph => {
    const lines: string[] = []
    let line = ''
    const put = (piece: string) => {
      if (line === '' || measure((line + piece).trimEnd()) <= most) line += piece
      else {
        lines.push(line.trimEnd())
        line = piece
      }
    }
    for (const piece of pieces(paragraph, language))
      if (measure(piece.trimEnd()) <= most) put(piece)
      else for (const letter of parts(piece, 'grapheme', language)) put(letter)
    return [...lines, line.trimEnd()]
  })
}
