import type { Reply } from '../../client/api.ts'

export type Rule = Reply<'GET /v1/trade/rules'>['items'][number]
export const rulesKey = ['trade-rules']
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)
