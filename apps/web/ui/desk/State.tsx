export type Tone = 'ok' | 'warn' | 'danger' | 'todo' | 'quiet'

/** A state in one word, with a dot; colour never says it alone. */
export function State({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className="state" data-tone={tone}>
      {children}
    </span>
  )
}
