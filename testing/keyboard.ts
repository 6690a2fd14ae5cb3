import type { Page } from 'playwright-core'
import { settled } from './browser.ts'

/** What has the focus, and what is wrong with how it is shown. */
export interface Focused {
  readonly name: string
  readonly role: string
  readonly inSheet: boolean
  /** Whether it is the first, and the last, stop of the sheet that it lies in, or of the page. */
  readonly first: boolean
  readonly last: boolean
  readonly faults: readonly string[]
  /** Left, top, right and bottom as if nothing were scrolled, within the layer that it lies in. */
  readonly place: readonly [number, number, number, number]
  readonly layer: string
}

/** Runs in the page, which is why it is text: the probe of the element that has the focus; null when the whole page has it. */
const probe = `(() => {
  const e = document.activeElement
  if (!e || e === document.body || e === document.documentElement || e.tagName === 'MAIN') return null
  const label = e.labels?.[0] ?? null
  // A field that is drawn by its label is seen as its label.
  const shown = e.classList.contains('sr-only') ? (e.closest('label') ?? label ?? e) : e
  const faults = []
  const boxes = [...shown.getClientRects()]
  const box = boxes[0] ?? shown.getBoundingClientRect()
  const name = (e.getAttribute('aria-label') ?? label?.textContent ?? (e.textContent || e.title || e.value || '')).trim().replace(/\\s+/g, ' ')
  if (!name && !e.querySelector('img[alt]:not([alt=""])')) faults.push('has no name')
  if (box.width < 2 || box.height < 2) faults.push('has no size')
  const x = box.left + box.width / 2, y = box.top + Math.min(box.height, 2 * innerHeight) / 2
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) faults.push('is out of the window')
  else {
    const top = document.elementFromPoint(x, y)
    if (!top || !(shown.contains(top) || (label && label.contains(top)))) faults.push('is covered by ' + (top ? top.tagName + '.' + top.className : 'nothing'))
  }
  for (let p = shown; p; p = p.parentElement) {
    const s = getComputedStyle(p)
    if (s.visibility === 'hidden' || Number(s.opacity) < 0.2) { faults.push('can not be seen'); break }
  }
  let ring = null
  for (let p = e, k = 0; p && k < 4 && !ring; p = p.parentElement, k++) {
    const s = [getComputedStyle(p), getComputedStyle(p, '::after')].find(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)
    if (s) ring = { of: p, by: Math.max(0, parseFloat(s.outlineOffset) + parseFloat(s.outlineWidth)) }
  }
  if (!ring) faults.push('has no ring')
  else {
    const r = ring.of.getClientRects()[0] ?? box
    const outer = [r.left - ring.by, r.top - ring.by, r.right + ring.by, r.bottom + ring.by]
    const cuts = (l, t, rt, b) => outer[0] < l - 1 || outer[1] < t - 1 || outer[2] > rt + 1 || outer[3] > b + 1
    const tall = r.height > innerHeight - 8
    for (let p = ring.of.parentElement, fixed = getComputedStyle(ring.of).position === 'fixed'; p && p !== document.body && !fixed; p = p.parentElement) {
      const s = getComputedStyle(p)
      if (s.overflowX !== 'visible' || s.overflowY !== 'visible') {
        const c = p.getBoundingClientRect()
        if (!tall && cuts(c.left, c.top, c.right, c.bottom)) { faults.push('has its ring cut by ' + p.tagName + '.' + p.className); break }
      }
      fixed = s.position === 'fixed'
    }
    if (!tall && cuts(0, 0, innerWidth, innerHeight)) faults.push('has its ring cut by the window')
  }
  if (e.tabIndex > 0) faults.push('asks to be first')
  let dx = scrollX, dy = scrollY, layer = 'page'
  for (let p = shown; p && p !== document.body; p = p.parentElement) {
    const s = getComputedStyle(p)
    if (p !== shown) { dx += p.scrollLeft; dy += p.scrollTop }
    if (s.position === 'fixed' || s.position === 'sticky' || p.tagName === 'DIALOG' || p.matches('.watch-steps, .watch-top, .stage, .details, .product-top, .edit-panel')) {
      layer = p.tagName + '.' + p.className
      if (s.position === 'fixed' || p.tagName === 'DIALOG') { dx -= scrollX; dy -= scrollY }
      break
    }
  }
  const sheet = e.closest('dialog, [role=dialog]')
  const stops = [...(sheet ?? document).querySelectorAll('*')].filter(s => s.tabIndex >= 0 && !s.disabled && s.getClientRects().length > 0)
  return {
    name, faults, layer,
    role: e.getAttribute('role') ?? e.tagName.toLowerCase(),
    inSheet: sheet !== null,
    first: stops[0] === e,
    last: stops.at(-1) === e,
    place: [box.left + dx, box.top + dy, box.right + dx, box.bottom + dy],
  }
})()`

/**
 * In one layer the next is never wholly above without being a column further, and never before it on one line. From the last stop of a
 * sheet or page to its first is no way back: the browser's own bar has its turn there in some runs and not in others.
 */
function goesBack(from: Focused, to: Focused): boolean {
  if (from.layer !== to.layer || (from.last && to.first)) return false
  const [l, t, r] = from.place
  const [left, top, right, bottom] = to.place
  const oneLine = top < from.place[3] - 4 && bottom > t + 4
  return oneLine ? right <= l + 4 && bottom <= from.place[3] + 4 : bottom <= t + 4 && left < r
}

/** Somebody with a keyboard alone. Wherever the focus comes to, it is looked at; what was wrong is collected. */
export class Keys {
  readonly page: Page
  readonly #faults: string[] = []
  #last: Focused | null = null
  constructor(page: Page) {
    this.page = page
  }

  /** What has the focus now. */
  async focus(): Promise<Focused | null> {
    const look = async () => {
      await settled(this.page)
      return this.page.evaluate<Focused | null>(probe)
    }
    let now = await look()
    // A sheet may have begun to open, or the page may still scroll to what has the focus. What is wrong stays wrong.
    for (let again = 0; again < 10 && now && now.faults.length > 0; again++) {
      await this.page.waitForTimeout(100)
      now = await look()
    }
    if (now) for (const fault of now.faults) this.#fault(`"${now.name.slice(0, 60)}" (${now.role}) ${fault}`)
    return now
  }
  /** One step on with Tab; the order of reading is looked at. */
  async tab(): Promise<Focused | null> {
    await this.page.keyboard.press('Tab')
    const now = await this.focus()
    if (now && this.#last && goesBack(this.#last, now))
      this.#fault(`from "${this.#last.name.slice(0, 40)}" Tab goes back to "${now.name.slice(0, 40)}"`)
    this.#last = now
    return now
  }
  /** Tab until what has this name has the focus. */
  async to(name: string | RegExp, most = 90): Promise<Focused> {
    const passed: string[] = []
    const fits = (f: Focused | null) => f !== null && (typeof name === 'string' ? f.name === name : name.test(f.name))
    const here = await this.focus()
    if (here && fits(here)) return here
    for (let i = 0; i < most; i++) {
      const now = await this.tab()
      passed.push(now?.name.slice(0, 30) ?? '-')
      if (now && fits(now)) return now
    }
    throw new Error(`Tab does not come to ${name} at ${this.page.url()}: ${passed.join(' | ')}`)
  }
  /** A key where the focus is; then the page may come to rest. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key)
    this.#last = null
    await settled(this.page)
  }
  async go(name: string | RegExp, key = 'Enter'): Promise<void> {
    await this.to(name)
    await this.press(key)
  }
  async fill(name: string | RegExp, text: string): Promise<void> {
    await this.to(name)
    await this.page.keyboard.type(text)
  }
  /** Every stop from here to the end of the page, at most so many. */
  async walk(most = 60): Promise<number> {
    this.#last = null
    let stops = 0
    while (stops < most && (await this.tab()) !== null) stops++
    return stops
  }
  /** What was wrong since this was last asked. */
  faults(): string[] {
    return this.#faults.splice(0)
  }
  #fault(text: string): void {
    const said = `${new URL(this.page.url()).pathname.replace(/(_\w{3})\w+/g, '$1…')}: ${text}`
    if (!this.#faults.includes(said)) this.#faults.push(said)
  }
}
