/** What was typed of a review, kept on this device until it is published. */
const name = (line: string) => `enishi.review.${line}`
export function keptText(line: string): string {
  try {
    return localStorage.getItem(name(line)) ?? ''
  } catch {
    return ''
  }
}
export function keepText(line: string, text: string): void {
  try {
    localStorage.setItem(name(line), text)
  } catch {
    // Without storage it lives as long as the sheet.
  }
}
export function forgetText(line: string): void {
  try {
    localStorage.removeItem(name(line))
  } catch {
    // Nothing was kept.
  }
}
