/** May not begin a line, in Japanese and Chinese as in Latin writing (kinsoku). */
const clings = /^[\p{Pe}\p{Pf}、。，．・：；！？!?,.:;…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％%°]/u
/** May not end a line. */
const opens = /[\p{Ps}\p{Pi}¥￥$#＃@]$/u

const parts = (text: string, by: 'word' | 'grapheme', language: string): string[] =>
  [...new Intl.Segmenter(language, { granularity: by }).segment(text)].map(s => s.segment)

/** Endings and particles of Japanese stand behind the word that they belong to. */
const ending = /^[\p{sc=Hiragana}ー]+$/u

/** Words that must stay together, each with the space behind it; `close`: also with the endings behind it. */
function pieces(text: string, language: string, close: boolean): string[] {
  const out: string[] = []
  for (const part of parts(text, 'word', language)) {
    const last = out.at(-1)
    const belongs = /^\s+$/.test(part) || clings.test(part) || (close && ending.test(part))
    if (last !== undefined && (belongs || opens.test(last))) out[out.length - 1] = last + part
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
      // A closing mark may hang over the edge.
      if (line === '' || clings.test(piece) || measure((line + piece).trimEnd()) <= most) line += piece
      else {
        lines.push(line.trimEnd())
        line = piece
      }
    }
    const fits = (piece: string) => measure(piece.trimEnd()) <= most
    for (const piece of pieces(paragraph, language, true))
      for (const word of fits(piece) ? [piece] : pieces(piece, language, false))
        for (const part of fits(word) ? [word] : parts(word, 'grapheme', language)) put(part)
    return [...lines, line.trimEnd()]
  })
}

/** The same number of lines as `linesOf`, those of a paragraph as equally long as they can be. */
export function evenLines(text: string, most: number, measure: (text: string) => number, language = 'ja'): string[] {
  return text.split('\n').flatMap(paragraph => {
    let best = linesOf(paragraph, most, measure, language)
    for (let width = most * 0.95; width > most / 4; width -= most / 20) {
      const lines = linesOf(paragraph, width, measure, language)
      if (lines.length > best.length) break
      best = lines
    }
    return best
  })
}
