import type pg from 'pg'

/** What node-postgres has for COPY, and its types leave out. */
interface CopyConnection {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  readonly stream: { readonly writableNeedDrain: boolean; once(event: 'drain', then: () => void): void }
}

/** One value in PostgreSQL's text format. */
const field = (value: unknown): string =>
  value === null
    ? '\\N'
    : String(value).replace(/[\\\t\n\r]/g, c => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[c] as string)

/** Writes rows by COPY, some thousands at a time; they are made while the server writes. `target` is a table with its columns. */
export function copyIn(db: pg.Client, target: string, rows: Iterable<readonly unknown[]>): Promise<void> {
  return new Promise((resolve, reject) => {
    async function send(connection: CopyConnection): Promise<void> {
      let text = ''
      for (const row of rows) {
        text += `${row.map(field).join('\t')}\n`
        if (text.length < 1_000_000) continue
        connection.sendCopyFromChunk(Buffer.from(text))
        text = ''
        if (connection.stream.writableNeedDrain) await new Promise<void>(then => connection.stream.once('drain', then))
      }
      connection.sendCopyFromChunk(Buffer.from(text))
      connection.endCopyFrom()
    }
    const copy = {
      submit: (connection: CopyConnection) => connection.query(`copy ${target} from stdin`),
      handleCopyInResponse: (connection: CopyConnection) => void send(connection).catch(reject),
      handleCommandComplete() {},
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    }
    db.query(copy as never)
  })
}
