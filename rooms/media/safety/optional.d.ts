// What classify.ts uses of packages that only those install who want the classifier.
declare module '@tensorflow/tfjs' {
  interface Tensor {
    dispose(): void
  }
  export function enableProdMode(): void
  export function setBackend(name: string): Promise<boolean>
  export function ready(): Promise<void>
  export function tensor3d(values: Uint8Array, shape: readonly number[], type: 'int32'): Tensor
}
declare module '@tensorflow/tfjs-backend-wasm' {}
declare module 'nsfwjs' {
  export function load(model: string): Promise<{
    classify(picture: { dispose(): void }, most: number): Promise<{ className: string; probability: number }[]>
  }>
}
