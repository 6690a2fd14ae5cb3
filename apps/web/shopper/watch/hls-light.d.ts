/** The package writes no types for its light build; they are those of the whole one. */
declare module 'hls.js/light' {
  export { default } from 'hls.js'
}
