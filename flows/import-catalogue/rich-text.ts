import { Parser } from 'htmlparser2'

const blocks = new Set(['p', 'div', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'blockquote', 'dl'])
const lines = new Set(['li', 'tr', 'dt', 'dd'])
const silent = new Set(['script', 'style', 'template', 'iframe', 'object', 'noscript'])

/** The words of HTML as plain text: paragraphs stand apart, items and breaks are lines. No markup survives. */
export function htmlToText(html: string): string {
  let text = ''
  let hushed = 0
  const parser = new Parser({
    onopentag(name) {
      if (silent.has(name)) hushed++
      else if (name === 'br') text += '\n'
      else if (blocks.has(name)) text += '\n\n'
      else if (lines.has(name)) text += '\n'
    },
    ontext(words) {
      if (hushed === 0) text += words.replace(/[\s\u00a0]+/g, ' ')
    },
    onclosetag(name) {
      if (silent.has(name)) hushed = Math.max(0, hushed - 1)
      else if (blocks.has(name)) text += '\n\n'
    },
  })
  parser.end(html)
  return tidy(text)
}
const tidy = (text: string) =>
  text
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ {2,}/g, ' ')
    .trim()

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Plain text as HTML that reads back as the same text. */
export const textToHtml = (text: string): string =>
  text
    .trim()
    .split(/\n{2,}/)
    .filter(p => p !== '')
    .map(p => `<p>${escaped(p).replaceAll('\n', '<br>')}</p>`)
    .join('')

const looksLikeHtml = /<\/?(p|br|div|ul|ol|li|strong|em|b|i|u|span|h[1-6]|table|a)(\s[^<>]*)?\/?>/i
/** Feeds carry plain text, and some carry HTML all the same. */
export const plainOf = (text: string): string =>
  looksLikeHtml.test(text) ? htmlToText(text) : text.replace(/\r\n?/g, '\n').trim()

const bare = (text: string) => tidy(text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ').replaceAll('\t', ' '))
/** Equal but for spaces and empty lines, which formats don't carry. */
export const sameText = (a: string, b: string): boolean => a === b || bare(a) === bare(b)
