import { open } from 'node:fs/promises'

/** A line of a file that is not what the form asks for. */
export class BrokenLine extends Error {
  constructor(file: string, line: number, why: string) {
    super(`${file}, line ${line}: ${why}`)
  }
}

/**
 * Reads a tab-separated file with a header row by row: `row` gets the cells in the order of `wanted`, and the line number. A missing column,
 * a line with another number of cells and a cell that `row` throws at are said with the file and the line.
 * Columns beyond `wanted` are passed as a record when `rest` is given.
 */
export async function readTsv(
  path: string,
  wanted: readonly string[],
  row: (cells: string[], line: number, rest: string[]) => void,
  header?: (rest: readonly string[]) => void,
): Promise<void> {
  const file = await open(path)
  try {
    let line = 0
    let places: number[] = []
    let others: number[] = []
    let width = 0
    for await (const text of file.readLines({ encoding: 'utf8' })) {
      line++
      const cells = text.split('\t')
      if (line === 1) {
        width = cells.length
        places = wanted.map(name => {
          const at = cells.indexOf(name)
          if (at < 0) throw new BrokenLine(path, 1, `there is no column "${name}"`)
          return at
        })
        others = cells.map((_, i) => i).filter(i => !places.includes(i))
        header?.(others.map(i => cells[i] as string))
        continue
      }
      if (text === '') continue
      if (cells.length !== width) throw new BrokenLine(path, line, `${cells.length} cells where the header has ${width}`)
      row(
        places.map(i => cells[i] as string),
        line,
        others.map(i => cells[i] as string),
      )
    }
    if (line === 0) throw new BrokenLine(path, 1, 'the file is empty')
  } finally {
    await file.close()
  }
}

export function numberOf(path: string, line: number, name: string, text: string): number {
  const value = Number(text)
  if (text === '' || !Number.isFinite(value)) throw new BrokenLine(path, line, `${name} is not a number: "${text}"`)
  return value
}
