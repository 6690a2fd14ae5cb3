import { bind, type RouteSet } from '#base/http'
import { ok, refuse } from '#base/kernel'
import { consentTexts, consentVersion } from './consent.ts'
import type { Trade } from './index.ts'
import type { RuleView } from './rules.ts'
import { wire } from './wire.ts'

const shown = ({ id, row, by, at, replaces, state }: RuleView) => ({
  ...{ id, jurisdiction: row.jurisdiction, rule: row.rule, from: row.from, to: row.to, source: row.source },
  params: JSON.stringify(row.params).slice(0, 2000),
  ...{ by, at: at?.toISOString() ?? null, replaces, state },
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export const tradeRoutes = ({ rules, findHs }: Trade): RouteSet =>
  bind('trade', wire, {
    'GET /v1/trade/rules': async ({ caller }) => {
      const found = await rules.list(caller)
      return found.ok ? ok({ items: found.value.rows.map(shown), stale: [...found.value.stale] }) : found
    },
    'PUT /v1/trade/rules': async ({ caller, body }) => {
      const rows = body.rows.map(r => ({ ...r, params: parsed(r.params) }))
      const bad = rows.findIndex(r => r.params === null)
      if (bad >= 0) return refuse('rule_invalid', 'The values of a row are JSON', { path: `rows[${bad}].params` })
      const put = await rules.put(caller, rows)
      return put.ok ? ok({ ids: put.value }) : put
    },
    'DELETE /v1/trade/rules': async ({ caller, query }) => {
      const done = await rules.withdraw(caller, query.id)
      return done.ok ? ok({ ok: true as const }) : done
    },
    'POST /v1/trade/positive-list': async ({ caller, body }) => {
      const done = await rules.importPositiveList(caller, { ...body, dryRun: body.dryRun ?? false })
      return done.ok ? ok({ ...done.value, problems: [...done.value.problems] }) : done
    },
    'GET /v1/trade/hs': async ({ query }) => {
      const found = await findHs(query.find)
      return { ...found, items: [...found.items] }
    },
    'GET /v1/trade/consents': async () => ({
      items: Object.entries(consentTexts).map(([version, text]) => ({ version, text, current: version === consentVersion })),
    }),
  })
