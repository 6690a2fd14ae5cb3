/** Where a page is asked for. */
export const scenes = ['for_you', 'following', 'mall'] as const
export type Scene = (typeof scenes)[number]
