import type { Page, Route } from 'playwright-core'

interface Wire {
  id: string
  orders: { market: string; lines: unknown[]; subtotal: { currency: string } }[]
}
/** What a screen is shown in place of the server's own words about a border: amounts are minor units of the order's currency. */
export interface Staged {
  readonly mode: string
  readonly collected: boolean
  readonly identityNeeded: boolean
  readonly consent: string | null
  readonly notices: readonly string[]
  /** Duty, excise and VAT of each line. */
  readonly taxes: readonly [string, string, string]
}

/**
 * For screens only: checkouts that are begun for a country abroad are the server's own for home, told as if they went there. What is
 * asked and answered is written down.
 */
export async function stageAbroad(page: Page, staged: Readonly<Record<string, Staged>>): Promise<{ begun: string[] }> {
  const markets = new Map<string, string>()
  const begun: string[] = []
  const told = (checkout: Wire): Wire => {
    const market = markets.get(checkout.id)
    const stage = market === undefined ? undefined : staged[market]
    if (!market || !stage) return checkout
    const money = (currency: string) => (minor: string) => ({ minor, currency })
    return {
      ...checkout,
      orders: checkout.orders.map(o => {
        const [duty, excise, vat] = stage.taxes.map(money(o.subtotal.currency))
        const { mode, collected, identityNeeded, consent, notices } = stage
        const lines = o.lines.map(() => ({ hs: '6912.00', duty, excise, vat }))
        return { ...o, market, trade: { mode, collected, identityNeeded, consent, notices, lines } }
      }),
    }
  }
  const pass = async (route: Route) => {
    const request = route.request()
    const body = request.postDataJSON() as { market?: string; country?: string } | null
    const id = /\/checkouts\/(chk_\w+)/.exec(request.url())?.[1]
    const home = { ...body }
    if (request.method() === 'POST' && !id) delete home.market
    if (request.method() === 'PUT' && id && markets.has(id)) home.country = 'JP'
    const sent = body === null ? undefined : JSON.stringify(home)
    const reply = await route.fetch({ ...(sent !== undefined && { postData: sent }) })
    if (!reply.ok() || /deliveries$/.test(request.url())) return route.fulfill({ response: reply })
    const checkout = (await reply.json()) as Wire
    if (request.method() === 'POST' && !id) {
      begun.push(body?.market ?? '')
      if (body?.market && staged[body.market]) markets.set(checkout.id, body.market)
    }
    return route.fulfill({ response: reply, json: told(checkout) })
  }
  await page.route(/\/v1\/checkouts(\/|$)/, pass)
  return { begun }
}
