import type { LoopData } from './geometry.ts'
import { type LoopFormat, type LoopWords, rowsOf } from './words.ts'

/** The same numbers as the figure, with their intervals. */
export function LoopTable({ data, words, format }: { data: LoopData; words: LoopWords; format: LoopFormat }) {
  return (
    <table className="loop-table">
      <caption>{`${words.title} · ${words.range}`}</caption>
      <thead>
        <tr>
          <th scope="col">{words.table.phase}</th>
          <th scope="col">{words.table.people}</th>
          <th scope="col">{words.table.goOn}</th>
          <th scope="col">{words.table.time}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(data, words, format).map(row => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td>{row.people}</td>
            <td>{row.goOn}</td>
            <td>{row.time}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{words.newlySeeded}</th>
          <td>{format.people(data.newlySeeded)}</td>
          <td />
          <td />
        </tr>
        <tr>
          <th scope="row">{words.returned}</th>
          <td>{format.people(data.returned)}</td>
          <td />
          <td />
        </tr>
        <tr>
          <th scope="row">{words.gain}</th>
          <td colSpan={3}>
            {data.gain
              ? `${format.gain(data.gain.value)} (${format.gain(data.gain.low)}–${format.gain(data.gain.high)})`
              : words.gainMissing}
          </td>
        </tr>
      </tbody>
    </table>
  )
}
