import { seeded } from '#base/kernel'
import { groupsInTime, type Query, type Sequences, sequencesOf } from '../retrieval/sequences.ts'
import type { Dataset } from './dataset.ts'

/** Rows to learn from and questions to be asked about them. */
export interface Task {
  readonly train: Sequences
  readonly queries: readonly Query[]
}

const shapeOf = (data: Dataset) => ({
  itemCount: data.itemNames.length,
  actionCount: Math.max(1, data.actionNames.length),
  ordered: data.ordered,
})

/** The whole train part and the questions of test.tsv. An empty history means the group's rows in train. */
export function testTask(data: Dataset): Task {
  const train = sequencesOf(data.train, shapeOf(data))
  const { group, historyOffsets, history, targetOffsets, targets } = data.test
  const queries: Query[] = []
  for (let q = 0; q < group.length; q++) {
    const given = history.subarray(historyOffsets[q], historyOffsets[q + 1])
    const wanted = targets.subarray(targetOffsets[q], targetOffsets[q + 1])
    const g = group[q]!
    if (given.length > 0 || g < 0) queries.push({ items: given, actions: null, targets: wanted })
    else queries.push({ ...rowsOf(train, g), targets: wanted })
  }
  return { train, queries }
}

function rowsOf(s: Sequences, g: number): Pick<Query, 'items' | 'actions'> {
  const [from, to] = [s.offsets[g], s.offsets[g + 1]]
  return { items: s.items.subarray(from, to), actions: s.actions.subarray(from, to) }
}

/** Up to n of a list, drawn from the seed, in the order of the list. */
export function sample<T>(list: readonly T[], n: number, seed: number): T[] {
  if (list.length <= n) return [...list]
  const random = seeded(seed)
  const left = { need: n, of: list.length }
  return list.filter(() => {
    const take = random() * left.of < left.need
    left.of--
    if (take) left.need--
    return take
  })
}

/** A part of train is hidden the way the test part was, and asked for; nothing of the test part is read but the number of targets a query. */
export function validationTask(data: Dataset, most: number, seed: number): Task {
  if (data.protocol === 'session-prefix') return lastSessions(data, most, seed)
  if (data.protocol === 'leave-one-out') return lastItems(data, most, seed)
  const single = data.test.targets.length <= data.test.group.length * 1.05
  return single && data.ordered ? lastDeeds(data, most, seed) : someRows(data, most, seed)
}

/** Leave one out: the last row (any row where there is no order) of every group with at least two. */
function lastItems(data: Dataset, most: number, seed: number): Task {
  const { offsets, items } = data.train
  const random = seeded(seed + 1)
  const hidden = new Int32Array(offsets.length - 1).fill(-1)
  for (let g = 0; g < hidden.length; g++) {
    const rows = offsets[g + 1]! - offsets[g]!
    if (rows > 1) hidden[g] = offsets[g]! + (data.ordered ? rows - 1 : Math.floor(random() * rows))
  }
  const train = sequencesOf(data.train, shapeOf(data), (r, g) => hidden[g] !== r)
  const groups = sample(
    [...hidden.keys()].filter(g => hidden[g]! >= 0),
    most,
    seed,
  )
  const queries = groups.map(g => ({ ...rowsOf(train, g), targets: items.subarray(hidden[g]!, hidden[g]! + 1) }))
  return { train, queries }
}

/** Sessions: the last tenth of them, every prefix a question. */
function lastSessions(data: Dataset, most: number, seed: number): Task {
  const { offsets, items, actions } = data.train
  const inTime = groupsInTime(data.train)
  const late = new Set(inTime.subarray(Math.floor(inTime.length * 0.9)))
  const train = sequencesOf(data.train, shapeOf(data), (_, g) => !late.has(g))
  const all: Query[] = []
  for (const g of late)
    for (let r = offsets[g]! + 1; r < offsets[g + 1]!; r++)
      all.push({
        items: items.subarray(offsets[g]!, r),
        actions: actions.subarray(offsets[g]!, r),
        targets: items.subarray(r, r + 1),
      })
  return { train, queries: sample(all, most, seed) }
}

/** Which action the hidden rows are of: a purchase where the words say there are purchases. */
const purchase = /^(buy|bought|purchase[ds]?|order(ed)?|transaction|pay|paid|checkout)$/i

/** One target a user: all rows on the item of the user's last purchase (or last row) are hidden, as the test part did. */
function lastDeeds(data: Dataset, most: number, seed: number): Task {
  const { offsets, items, actions } = data.train
  const wanted = data.actionNames.findIndex(a => purchase.test(a))
  const hiddenItem = new Int32Array(offsets.length - 1).fill(-1)
  for (let g = 0; g + 1 < offsets.length; g++) {
    let target = -1
    for (let r = offsets[g]!; r < offsets[g + 1]!; r++) if (wanted < 0 || actions[r] === wanted) target = items[r]!
    if (target >= 0 && items.subarray(offsets[g], offsets[g + 1]).some(i => i !== target)) hiddenItem[g] = target
  }
  const train = sequencesOf(data.train, shapeOf(data), (r, g) => items[r] !== hiddenItem[g])
  const groups = [...hiddenItem.keys()].filter(g => hiddenItem[g]! >= 0)
  const queries = sample(groups, most, seed).map(g => ({ ...rowsOf(train, g), targets: hiddenItem.slice(g, g + 1) }))
  return { train, queries }
}

/** Sets: a tenth of the rows of each asked user, drawn without regard to order where there is none, the last ones where there is. */
function someRows(data: Dataset, most: number, seed: number): Task {
  const { offsets, items } = data.train
  const random = seeded(seed + 1)
  const groups = sample(
    [...Array(offsets.length - 1).keys()].filter(g => offsets[g + 1]! - offsets[g]! > 1),
    most,
    seed,
  )
  const hidden = new Map<number, Set<number>>()
  for (const g of groups) {
    const rows = [...Array(offsets[g + 1]! - offsets[g]!).keys()].map(r => r + offsets[g]!)
    const n = Math.max(1, Math.floor(rows.length * 0.1 + random()))
    if (!data.ordered) shuffle(rows, random)
    const gone = new Set(rows.slice(-n).map(r => items[r]!))
    if (rows.some(r => !gone.has(items[r]!))) hidden.set(g, gone)
  }
  const train = sequencesOf(data.train, shapeOf(data), (r, g) => !hidden.get(g)?.has(items[r]!))
  return { train, queries: [...hidden].map(([g, gone]) => ({ ...rowsOf(train, g), targets: Int32Array.from(gone) })) }
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[list[i], list[j]] = [list[j] as number, list[i] as number]
  }
}
