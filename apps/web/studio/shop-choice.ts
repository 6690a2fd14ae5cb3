import { createContext, useContext } from 'react'
import type { Me } from '../client/types.ts'

export type MyShop = Me['shops'][number]
/** The shop that the studio shows now; every page below the gate has one. */
export const ShopChoice = createContext<MyShop | null>(null)
export function useMyShop(): MyShop {
  const shop = useContext(ShopChoice)
  if (!shop) throw new Error('a studio page is shown without a shop')
  return shop
}
