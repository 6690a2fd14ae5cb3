import type { Table } from '../core.ts'
import type en from './en.ts'

export default { title: '创作与商家中心', soon: '正在建设中。' } satisfies Table<typeof en>
