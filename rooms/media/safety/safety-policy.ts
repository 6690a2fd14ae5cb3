/** What the classifier says of one picture: classes with their probability. */
export type Classes = Readonly<Record<string, number>>
export interface Label {
  readonly label: 'nudity'
  /** Probability, 0 to 1, of the picture in which it is highest. */
  readonly share: number
}

/** Classes of the model that make a label together; `Sexy` (swimwear, a lot of skin) is none: shops sell that. */
const nudity = ['Porn', 'Hentai']
/** Below this nobody is asked to look: one picture in ten that the model takes for something is nothing. */
const least = 0.8

/** What is worth a person's look, of some pictures of one medium; null: nothing. Pure. */
export function labelOf(pictures: readonly Classes[]): Label | null {
  const share = Math.max(0, ...pictures.map(classes => nudity.reduce((sum, name) => sum + (classes[name] ?? 0), 0)))
  return share >= least ? { label: 'nudity', share: Math.min(1, share) } : null
}
