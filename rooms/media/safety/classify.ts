import { readFileSync } from 'node:fs'

/**
 * A program of its own: `classify.ts <path>` reads pictures of 224 × 224 in RGB, one after another, and prints what the classifier says of
 * each as JSON. The packages are not ours: who wants them installs nsfwjs and @tensorflow/tfjs, and @tensorflow/tfjs-backend-wasm
 * beside them, with which it is quicker. Nothing is loaded from anywhere: nsfwjs brings its model.
 */
export const pictureSide = 224
const pictureBytes = pictureSide * pictureSide * 3

async function pickBackend(tf: typeof import('@tensorflow/tfjs')): Promise<void> {
  const wasm = await import('@tensorflow/tfjs-backend-wasm').then(
    () => tf.setBackend('wasm').catch(() => false),
    () => false,
  )
  if (!wasm) await tf.setBackend('cpu')
  await tf.ready()
}

async function classify(path: string): Promise<void> {
  const tf = await import('@tensorflow/tfjs')
  tf.enableProdMode()
  await pickBackend(tf)
  const model = await (await import('nsfwjs')).load('MobileNetV2')
  const bytes = readFileSync(path)
  const found: Record<string, number>[] = []
  for (let at = 0; at + pictureBytes <= bytes.length; at += pictureBytes) {
    const picture = tf.tensor3d(new Uint8Array(bytes.subarray(at, at + pictureBytes)), [pictureSide, pictureSide, 3], 'int32')
    const classes = await model.classify(picture, 5)
    picture.dispose()
    found.push(Object.fromEntries(classes.map(c => [c.className, c.probability])))
  }
  console.log(`${mark}${JSON.stringify(found)}`)
}

/** The packages print, too: the line that counts begins so. */
export const mark = 'classes: '
const [path] = process.argv.slice(2)
if (import.meta.main && path)
  await classify(path).catch((error: Error) => {
    // In one line: what is told of a failed program is the end of what it said.
    console.error(error.message)
    process.exitCode = 1
  })
