let acted = false

/** The server took a change of this person's: the next feed page must have learned it. */
export const noteAct = (): void => {
  acted = true
}
/** True when there was a change since the last call. */
export function takeActed(): boolean {
  const was = acted
  acted = false
  return was
}
