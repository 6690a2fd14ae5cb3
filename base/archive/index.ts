/** Archives that `tar` can read: written in one go with the hash of every file, listed without reading them. */
export { type Entry, listArchive, readEntry } from './read.ts'
export { type ArchiveWriter, writeArchive } from './write.ts'
