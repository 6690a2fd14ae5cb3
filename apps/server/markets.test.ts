import { expect, test } from 'vitest'
import { markets } from '#rooms/prices'
import { marketCurrency } from '../web/studio/markets.ts'

test('the studio and the server agree on what every market pays in', () => {
  expect(marketCurrency).toEqual(markets)
})
