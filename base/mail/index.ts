import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}
export interface Mail {
  /** Resolves when the mail server, or the outbox folder, has taken the letter; throws otherwise, so that a job can try again. */
  send(letter: Letter): Promise<void>
}
export interface Outbox extends Mail {
  /** Letters in the order in which they were sent. */
  letters(): Promise<(Letter & { file: string })[]>
}

/** The default: letters are files (.eml for a mail program, .json for tests and people), none leaves the machine. */
export function localOutbox(folder: string, from: string): Outbox {
  mkdirSync(folder, { recursive: true })
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  let serial = 0
  return {
    async send(letter) {
      const built = await transport.sendMail({ from, ...letter })
      const name = `${Date.now()}-${String(serial++).padStart(5, '0')}-${randomUUID().slice(0, 8)}`
      await writeFile(join(folder, `${name}.eml`), built.message as Buffer)
      await writeFile(join(folder, `.${name}`), JSON.stringify(letter))
      await rename(join(folder, `.${name}`), join(folder, `${name}.json`))
    },
    async letters() {
      const files = (await readdir(folder)).filter(f => f.endsWith('.json')).sort()
      return Promise.all(
        files.map(async f => ({
          ...(JSON.parse(await readFile(join(folder, f), 'utf8')) as Letter),
          file: f.replace('.json', '.eml'),
        })),
      )
    },
  }
}

/** A mail server, by SMTP. */
export function smtpMail(url: string, from: string): Mail {
  const transport = createTransport(url)
  return { send: async letter => void (await transport.sendMail({ from, ...letter })) }
}
