/**
 * Trade across borders, computed: landed cost by destination and day, HS codes, China's yearly allowance, and which struck price may be
 * shown where. Law is data (`RuleRow`); functions read rows, an input and an instant, and nothing else.
 */
export type { ExecutedPrice, ListPrice, PriceHistory } from './claims/history.ts'
export { type ClaimBasis, type NoClaim, type PriceClaim, priceClaim } from './claims/price-claim.ts'
export { civilDate, isJurisdiction, type Jurisdiction, jurisdictions } from './dates.ts'
export * from './documents/index.ts'
export { type Hs, type HsCode, parseHs } from './hs.ts'
export { type LandedInput, type LandedLine, type Mode, modes, type Rate, type TradeCode } from './landed/input.ts'
export { type Alternative, type Exact, landedCost, type Quote, type QuoteLine, waysInto } from './landed/landed-cost.ts'
export type { Notice, NoticeCode, Regime } from './landed/tax.ts'
export { type QuotaEntry, quotaAfter, quotaYear } from './quota.ts'
export { bundledRules } from './rules/bundled.ts'
export { mergeRules, parseRule } from './rules/check.ts'
export {
  type Ban,
  type GoodsClass,
  type HsPercent,
  type Percent,
  type PositiveLine,
  type PriceClaimRule,
  type RuleName,
  type RuleParams,
  type RuleRow,
  ruleAt,
  ruleId,
  type Threshold,
  unionOf,
} from './rules/rows.ts'
