import type { Table } from '../core.ts'
import type en from './en.ts'

export default { title: '运营控制台', soon: '正在建设中。' } satisfies Table<typeof en>
