import { createHash } from 'node:crypto'
import { newSecret } from '#base/http'
import type { Language } from '#base/kernel'
import { shopCardsOf } from './find-shops.ts'
import { type Invitation, readInvitation, setInvitationToken } from './invitation-store.ts'
import { invitationLetter } from './letters.ts'
import type { Room } from './room.ts'

const job = 'accounts.invitation-letter'
interface Asked {
  readonly invitation: string
  /** Of the asking that this letter is about; a newer one has a letter of its own. */
  readonly asked: string
  readonly language: Language
}
export const hashOfInvitation = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** By a job, because a mail server may be away; the secret is made there, so that it stands in no queue. */
export function defineInvitationLetter(room: Room): void {
  room.house.jobs.define<Asked>(job, { retries: 5 }, asked => writeLetter(room, asked))
}
export const sendInvitation = (room: Room, { invitation, asked }: Invitation, language: Language): Promise<void> =>
  room.house.jobs.send<Asked>(job, { invitation, asked: asked.toISOString(), language })

/** A second try after a failed mail makes another secret; the one before was never read. */
export async function writeLetter(room: Room, { invitation, asked, language }: Asked): Promise<void> {
  const row = await readInvitation(room.db, invitation)
  if (!row) return
  const token = newSecret()
  if (!(await setInvitationToken(room.db, invitation, new Date(asked), hashOfInvitation(token)))) return
  const [shop, by] = await Promise.all([shopCardsOf(room, [row.shop]), room.facts.get(row.invited_by)])
  const { name = {} } = shop.get(row.shop) ?? {}
  await room.house.mail.send(
    invitationLetter(row.email, language, {
      shop: name[language] ?? Object.values(name)[0] ?? '',
      by: by.name,
      link: `${room.house.config.publicUrl}/join/${token}`,
    }),
  )
}
