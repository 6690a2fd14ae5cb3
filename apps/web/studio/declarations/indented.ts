/** A message as lines: an element a line, deeper ones further in. Only for reading; what is downloaded stays as it was written. */
export function indented(xml: string): string {
  let depth = 0
  return xml
    .replace(/>\s*</g, '>\n<')
    .split('\n')
    .map(line => {
      if (line.startsWith('</')) depth--
      const row = '  '.repeat(Math.max(0, depth)) + line
      if (/^<[^/?!]/.test(line) && !line.includes('</') && !line.endsWith('/>')) depth++
      return row
    })
    .join('\n')
}
