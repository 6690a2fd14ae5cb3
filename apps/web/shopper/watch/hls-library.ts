/** A chunk of its own, which a feed of short clips never asks for. */
export { default as Hls } from 'hls.js/light'
