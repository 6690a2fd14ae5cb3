import { api, ask } from '../../client/api.ts'
import type { Slide } from '../../client/types.ts'
import { errorText, shared } from '../../i18n/shared/index.ts'
import { toast } from '../../ui/core/index.ts'
import { sourceOf } from '../source.ts'

export interface About {
  readonly kind: 'post' | 'product' | 'shop'
  readonly id: string
}
/** Every shared link has an id of its own, so that what it leads to can be told back to who shared it. */
export function makeShare(about: About, slide?: Slide): Promise<{ id: string; url: string }> {
  const from = slide && sourceOf(slide)
  const source = from?.request ? { request: from.request, ...(from.slot !== undefined && { slot: from.slot }) } : undefined
  return ask(api.POST('/v1/shares', { body: { about: { ...about }, ...(source && { source }) } }))
}
export const absolute = (url: string): string => new URL(url, location.origin).href

export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
export async function copyShareLink(about: About, slide?: Slide): Promise<void> {
  try {
    const { url } = await makeShare(about, slide)
    toast((await copy(absolute(url))) ? shared().copied : absolute(url))
  } catch (error) {
    toast(errorText(error))
  }
}
