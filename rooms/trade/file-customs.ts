import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CustomsPort } from './customs-port.ts'

/**
 * Customs by a folder that an agent's program watches: `out/` gets one XML a message, written whole or not at all; what lies in `in/` is heard
 * and then moved to `read/`. Files are for the owner only (0600): they hold ID numbers.
 */
export function createFileCustoms(folder: string): CustomsPort {
  const at = (name: string) => join(folder, name)
  const put = async (dir: string, name: string, text: string) => {
    await mkdir(at(dir), { recursive: true, mode: 0o700 })
    await writeFile(join(at(dir), `.${name}`), text, { mode: 0o600 })
    await rename(join(at(dir), `.${name}`), join(at(dir), name))
  }
  return {
    name: 'file',
    send: m => put('out', `CEB${m.code}_${m.guid}.xml`, m.xml),
    upload: (sessionID, body) => put('out', `payment_${sessionID.replace(/[^\w-]/g, '_')}.json`, body),
    async receipts(_now, hear) {
      await mkdir(at('read'), { recursive: true, mode: 0o700 })
      const names = (await readdir(at('in')).catch(() => [])).filter(n => n.endsWith('.xml') && !n.startsWith('.')).sort()
      for (const name of names.slice(0, 200)) {
        const heard = await hear(await readFile(join(at('in'), name), 'utf8'))
        if (heard) await rename(join(at('in'), name), join(at('read'), name))
      }
    },
  }
}
