/** When a figure is a matter for an operator. All of them are of the kind "more is worse"; a table, so that a change is one line. */
export const limits = {
  /** Events that the slowest reader of the log has not read. */
  log_lag: { warn: 2000, bad: 50_000 },
  /** Seconds that the oldest job that may run waits. */
  jobs_waiting: { warn: 60, bad: 900 },
  /** Jobs that were given up. */
  jobs_failed: { warn: 1, bad: 20 },
  /** 1 when ffmpeg can't be run. */
  ffmpeg: { warn: 1, bad: 1 },
  /** Percent of the disk of the data folder that is full. */
  disk: { warn: 85, bad: 95 },
  /** Percent of the machine's memory that this process holds. */
  memory: { warn: 60, bad: 85 },
  /** Milliseconds: 99 of 100 feed pages were faster. */
  feed_page: { warn: 150, bad: 800 },
  /** Requests that failed by a mistake of ours, in the last hour. */
  mistakes: { warn: 1, bad: 20 },
  /** Milliseconds from swipe to first frame: 95 of 100 were faster, in the last hour. */
  first_frame: { warn: 500, bad: 1500 },
  /** Percent of clips whose first frame was not there when they were swiped to, in the last hour. */
  not_ready: { warn: 10, bad: 25 },
  /** Stalls for 100 clips, in the last hour. */
  stalls: { warn: 5, bad: 20 },
  /** Hours since the recommender was last saved; what came after is read again at a start. */
  snapshot: { warn: 24, bad: 168 },
  /** What the last comparison of the ledger with log and providers found. */
  ledger: { warn: 1, bad: 1 },
  /** Seconds that the oldest unsent letter waits. */
  mail_waiting: { warn: 600, bad: 3600 },
  /** 1 when letters go into a folder instead of to people. */
  mail: { warn: 1, bad: 2 },
} as const satisfies Record<string, { warn: number; bad: number }>

export type Check = keyof typeof limits
export const checkStates = ['ok', 'warn', 'bad', 'unknown'] as const
export type CheckState = (typeof checkStates)[number]

/** Pure: what a figure means. Nothing measured is nothing known, not all right. */
export function stateOf(check: Check, value: number | null): CheckState {
  if (value === null) return 'unknown'
  return value >= limits[check].bad ? 'bad' : value >= limits[check].warn ? 'warn' : 'ok'
}
