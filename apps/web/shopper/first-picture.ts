/** The picture that the server drew into the page (apps/server/first-picture.ts); null elsewhere. It lies over the app. */
const first = document.getElementById('first')
/** A picture that is this late holds nothing up. */
const patience = 1500

const later = (ms: number) => new Promise<void>(done => setTimeout(done, ms))
/** After the frame that shows what stands in the page now. */
const frame = () => (document.hidden ? later(0) : new Promise<void>(done => requestAnimationFrame(() => setTimeout(done))))

/** When the first picture is on the screen: reading the app's code takes a slow phone longer than everything before. */
async function pictureShown(): Promise<void> {
  const picture = first?.querySelector('img')
  if (!picture) return
  const shown = picture.decode().then(frame, () => undefined)
  await Promise.race([shown, later(patience)])
}

/**
 * First the picture, then code and font. On a slow link all that is asked for at once shares it, whatever its priority, and the picture
 * would come when the code does. The server's page names what comes later; its links are turned into preloads here.
 */
export async function pictureThenCode(): Promise<void> {
  await pictureShown()
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="later"]'))
    link.rel = link.hasAttribute('as') ? 'preload' : 'modulepreload'
}

/** Nothing of the app can be seen yet. */
export const covered = (): boolean => first?.isConnected === true

let leaving = false
/** The app stands: when it shows the same picture, the server's goes. Called by the pages that a first picture is drawn for. */
export async function takeOver(): Promise<void> {
  if (!first || leaving) return
  leaving = true
  const drawn = document.querySelector('#root .slide img, #root .product-media .row :is(img, video)')
  const copy = new Image()
  copy.src = drawn instanceof HTMLVideoElement ? drawn.poster : drawn instanceof HTMLImageElement ? drawn.src : ''
  if (copy.src) await Promise.race([copy.decode().then(frame, () => undefined), later(1000)])
  first.remove()
}
