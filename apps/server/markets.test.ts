import { expect, test } from 'vitest'
import { markets } from '#rooms/prices'
import { marketCurrency } from '../web/studio/markets.ts'

test('the studio offers a price in the currency that the server takes, for every country that has one', () => {
  expect(marketCurrency).toEqual(markets)
})
