import type { FeedPage, Language, Me } from './types.ts'

interface Island {
  readonly me?: Me
  readonly language?: Language
  readonly feed?: FeedPage
}

function read(): Island {
  const text = document.getElementById('data')?.textContent
  if (!text) return {}
  try {
    return JSON.parse(text) as Island
  } catch {
    return {}
  }
}
/** What the server wrote into the page so that the first picture needs no request; empty under `vite dev`. */
export const island: Island = read()
