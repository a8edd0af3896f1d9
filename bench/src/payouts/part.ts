import type { Postgres } from './open-postgres.js'

/** What every part is given. */
export type PartContext = {
  postgres: Postgres
  items: number
  rounds: number
  usualItems: number
  /** Of `measureRounds`. */
  ways: readonly string[]
  workerCount: number
  isDumping: boolean
  eventSeconds: number
  endpoints: number
}

/** A line of the summary: what was wanted, what was measured, and whether that is enough. */
export type Figure = { name: string; wanted: string; measured: string; isReached: boolean }

/** What a part prints, and what of it was wanted. */
export type PartResult = { tables: string[]; figures: Figure[] }

/** For the names of figures. */
export function nameDump({ isDumping }: PartContext): string {
  return isDumping ? ', while dumped' : ''
}
