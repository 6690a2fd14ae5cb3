/**
 * A clip that is here as a whole is kept by the service worker (public/sw.js), so that it plays without a network. Its bytes are in the
 * browser's own cache, so this costs no second download.
 */
export function keepClip(url: string): void {
  navigator.serviceWorker?.controller?.postMessage({ keep: url })
}
