export { type DemoPerson, demoPeople } from './roster.ts'
