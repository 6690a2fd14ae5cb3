/** Why a backup or a restore ends before its end, by stable codes that scripts may read. */
export type FailureCode =
  | 'invalid_option'
  | 'nothing_to_back_up'
  | 'backup_exists'
  | 'archive_missing'
  | 'archive_damaged'
  | 'archive_not_ours'
  | 'archive_of_another_version'
  | 'target_not_empty'
  | 'interrupted'

export class Failure extends Error {
  readonly code: FailureCode
  constructor(code: FailureCode, message: string) {
    super(message)
    this.code = code
  }
}

/** Ends the work at the next part when somebody asked for it. */
export function heed(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Failure('interrupted', 'stopped before the end; nothing of it is kept')
}
