export { type DemoPerson, demoPeople } from './roster.ts'

/** Who a clip's `by.person` is. */
export const clipPerson: Readonly<Record<string, string>> = {
  'Lin Xiaoman': 'lin_xiaoman',
  'Mori Haruka': 'mori_haruka',
  'Daniel Okafor': 'daniel_okafor',
}
