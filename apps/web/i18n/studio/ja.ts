import type { Table } from '../core.ts'
import type en from './en.ts'

export default { title: 'スタジオ', soon: '準備中です。' } satisfies Table<typeof en>
