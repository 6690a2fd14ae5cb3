import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { phone, settled, signUp } from './browser.ts'
import { password } from './shop-world.ts'

const desk = { width: 1440, height: 900 }
/** A page of `who`@example.org, signed in, at this place; in a desk's window unless told otherwise. */
export async function pageOf(
  browser: Browser,
  url: string,
  who: string,
  place: string,
  size: { width?: number; height?: number } = desk,
): Promise<Page> {
  const { page } = await phone(browser, url, size)
  await signUp(page, url, { email: `${who}@example.org`, password, name: who, handle: who })
  await page.goto(place)
  return page
}
/** Presses the button of this name. */
export const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: true }).click()
/** Nothing that axe finds, once the page has come to rest. */
export async function axe(page: Page): Promise<void> {
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(v => [v.id, v.nodes.map(n => n.html)])).toEqual([])
}
/** Nothing is wider than the window. */
export const fits = (page: Page): Promise<unknown> => page.evaluate('document.documentElement.scrollWidth <= innerWidth')
