import { type Language, type Texts, textIn } from '#base/kernel'
import { escapeHtml } from './product-head.ts'

/**
 * The first picture of a page as HTML, in the boxes and with the style sheet that the app uses, so that it is on the screen before a
 * line of code has run. It lies over the app (`#first` in the shopper's shell.css), which takes it away when the same picture stands
 * beneath. A kept page must not show it at another address: the service worker cuts out what stands between the marks.
 */
const between = (inner: string) => `<!--first--><div id="first" aria-hidden="true">${inner}</div><!--/first-->`

/** What the head says of it: this picture before anything else. */
export const pictureLink = (url: string): string =>
  `<link rel="preload" as="image" href="${escapeHtml(url)}" fetchpriority="high">`

export interface FirstSlide {
  readonly video: { readonly poster: string; readonly width: number; readonly height: number } | null
  readonly pictures: readonly { readonly url: string }[]
  readonly variants?: readonly unknown[]
}
export interface FirstPicture {
  readonly url: string
  readonly html: string
}

/** The first slide of the feed: the poster of its clip, or its first picture. The same rule for filling as in SlideView. */
export function firstOfFeed(slide: FirstSlide | undefined): FirstPicture | null {
  // Which of several covers this person is shown, the client knows.
  if (slide?.variants) return null
  const url = slide?.video?.poster ?? slide?.pictures[0]?.url
  if (!slide || !url) return null
  const cover = slide.video && slide.video.width / slide.video.height < 0.7 ? ' data-cover' : ''
  const image = (name: string) => `<img class="${name}" src="${escapeHtml(url)}" alt="" fetchpriority="high">`
  const picture = slide.video
    ? `<div class="slot"${cover}>${image('poster')}</div>`
    : `<div class="pictures"><div class="row">${image('')}</div></div>`
  return {
    url,
    html: between(
      `<div class="watch" data-theme="dark"><div class="stage">${picture}</div></div><div class="bar" data-over data-theme="dark"></div>`,
    ),
  }
}

export interface FirstProduct {
  readonly name: Texts
  readonly pictures: readonly { readonly url: string }[]
}
/** The gallery of a product page with its first picture, and the name beneath; the poster of a clip comes before the pictures. */
export function firstOfProduct(product: FirstProduct, poster: string | null, language: Language): FirstPicture | null {
  const url = poster ?? product.pictures[0]?.url
  if (!url) return null
  const several = product.pictures.length + (poster ? 1 : 0) > 1
  return {
    url,
    html: between(
      [
        '<div class="main"><div class="product-page"><div class="product-top"></div><div class="product-media">',
        `<div class="row hide-scroll"><img src="${escapeHtml(url)}" alt="" fetchpriority="high"></div>`,
        several ? '<div class="thumbs"><div class="h-14"></div></div>' : '',
        '</div><div class="product-side">',
        `<p class="text-title font-semibold desk:pe-[108px] desk:text-heading">${escapeHtml(textIn(product.name, language))}</p>`,
        '</div></div></div><div class="bar"></div>',
      ].join(''),
    ),
  }
}
