/** The demo world's pictures, clips and sounds: drawn by code from a seed, nothing downloaded. */

export { type Form, type ProductLook, productLook, products, type ShopLook, shops, type Variant } from './cast.ts'
export { type Clip, clips, type WordCue, type Words } from './clips.ts'
export { drawAvatar, drawShopMark } from './marks.ts'
export { renderClip } from './reel.ts'
export { drawProduct, type StillOptions } from './still.ts'
