/** A chunk of its own, larger than the editor: loaded by browsers alone that can't write AAC themselves (Firefox, Debian's Chromium). */
export { registerAacEncoder } from '@mediabunny/aac-encoder'
