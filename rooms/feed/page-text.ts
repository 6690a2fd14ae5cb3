import { bodyOf, type Dressed, type SlideBody } from './slides.ts'

const texts = new WeakMap<SlideBody, string>()

/** The JSON of what is the same for everybody, without its closing brace: written once for as long as the body is kept. */
function textOf(body: SlideBody): string {
  let text = texts.get(body)
  if (text === undefined) {
    text = JSON.stringify(body).slice(0, -1)
    texts.set(body, text)
  }
  return text
}

function slideText(slide: Dressed): string {
  const body = slide[bodyOf]
  if (!body) return JSON.stringify(slide)
  const { liked, saved, follows, author } = slide.mine
  const mine = `{"liked":${liked},"saved":${saved},"follows":${follows},"author":${author}}`
  return `${textOf(body)},"mine":${mine},"slot":${JSON.stringify(slide.slot)}}`
}

/** The JSON of a page: most of a page's bytes are the same for everybody, so only the rest is written each time. */
export const pageText = (page: { request: string; slides: readonly Dressed[]; position: string }): string =>
  `{"request":${JSON.stringify(page.request)},"slides":[${page.slides.map(slideText).join()}],"position":${JSON.stringify(page.position)}}`
