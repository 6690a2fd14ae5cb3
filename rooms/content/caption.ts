/** What a caption says besides its words. */
export interface Parsed {
  /** Without the sign, lower case, full-width forms made plain, each once, in the order of the text. */
  readonly tags: readonly string[]
  /** Handles without the sign. */
  readonly handles: readonly string[]
}

const maxTags = 30
const maxTagLength = 60
const maxHandles = 20
const signs = /[#＃@＠]/gu
/** Letters, digits, marks and `_` of every script; any punctuation, blank or emoji ends a tag. */
const tagRun = /^[\p{L}\p{N}\p{M}_＿]+/u
/** Handles are Latin, so `@mioさん` names mio. Full-width letters count as theirs. */
const handleRun = /^[A-Za-z0-9_Ａ-Ｚａ-ｚ０-９＿]{3,30}/u
/**
 * Before a sign, a Latin letter or digit says that it belongs to the word: C#, a@b.example, page#part. Japanese and Chinese
 * are written without blanks, so their letters say nothing. `&` and `/` are of addresses and entities.
 */
const glued = /[\p{Script=Latin}\p{N}_＿&/]$/u

/** Tags and mentions of a caption; pure. */
export function parseCaption(caption: string): Parsed {
  const tags = new Set<string>()
  const handles = new Set<string>()
  let end = -1
  for (const match of caption.matchAll(signs)) {
    const at = match.index
    if (at < end) continue
    // A sign right behind a tag begins the next one: #tea#matcha.
    if (at !== end && glued.test(caption.slice(0, at).slice(-2))) continue
    const rest = caption.slice(at + 1)
    const isTag = match[0] === '#' || match[0] === '＃'
    const run = (isTag ? tagRun : handleRun).exec(rest)?.[0]
    if (!run) continue
    end = at + 1 + run.length
    const word = run.normalize('NFKC').toLowerCase()
    if (!isTag) handles.add(word)
    else if (/\p{L}/u.test(word)) tags.add([...word].slice(0, maxTagLength).join(''))
  }
  return { tags: [...tags].slice(0, maxTags), handles: [...handles].slice(0, maxHandles) }
}
