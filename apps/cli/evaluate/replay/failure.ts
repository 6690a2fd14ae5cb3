/** Why a replay ends before its end, by stable codes that scripts may read. */
export type FailureCode =
  | 'invalid_option'
  | 'data_missing'
  | 'data_broken'
  | 'data_unknown_id'
  | 'nothing_to_predict'
  | 'keys_missing'
  | 'server_unreachable'
  | 'server_stopped'
  | 'server_refused'
  | 'server_slow'
  | 'clock_not_movable'
  | 'rate_limited'
  | 'interrupted'

export class Failure extends Error {
  readonly code: FailureCode
  constructor(code: FailureCode, message: string) {
    super(message)
    this.code = code
  }
}
