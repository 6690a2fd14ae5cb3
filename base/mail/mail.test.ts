import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { localOutbox } from './index.ts'

test('a letter in the outbox keeps its text in every language and can be opened by a mail program', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'enishi-outbox-'))
  const outbox = localOutbox(folder, 'Enishi <no-reply@localhost>')
  await outbox.send({ to: 'a@example.org', subject: 'ご注文 ¥4,200', text: '发货了 & shipped' })
  const [letter] = await outbox.letters()
  expect(letter).toMatchObject({ to: 'a@example.org', subject: 'ご注文 ¥4,200', text: '发货了 & shipped' })
  expect(readFileSync(join(folder, letter!.file), 'utf8')).toMatch(/^From: Enishi <no-reply@localhost>/)
})
