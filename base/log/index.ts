import { type DestinationStream, type Logger, pino } from 'pino'

export type { Logger }

/** JSON lines to standard error, so that standard output stays for people. Secrets never reach a line. */
export function createLogger(level: string, stream?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      redact: ['req.headers.authorization', 'req.headers.cookie', 'password', '*.password', 'token', '*.token'],
    },
    stream ?? pino.destination({ dest: 2, sync: false }),
  )
}
