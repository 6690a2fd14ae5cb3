/** Trade: landed cost, customs documents, price claims. */
export * from './documents/index.ts'
