import { china } from './china.ts'
import { japan, others, priceClaims, union } from './elsewhere.ts'
import type { RuleRow } from './rows.ts'

/** The rows that come with the engine. Each names its source; none is legal advice. mergeRules adds an operator's own. */
export const bundledRules: readonly RuleRow[] = [...china, ...japan, ...union, ...others, ...priceClaims]
