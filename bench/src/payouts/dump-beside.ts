import { forkProcess } from '../processes/fork-process.js'
import type { Database } from './open-postgres.js'
import type { DumpQuestions } from './processes/run-dump.js'

/** Whether a part runs with a dump of its database beside it. */
export type Dumping = { isDumping: boolean }

/** Runs the work, with the database being dumped all the while where that is wanted. */
export async function dumpBeside<Result>(
  { isDumping }: Dumping,
  database: Database,
  work: () => Promise<Result>
): Promise<Result> {
  if (!isDumping) return work()
  const dump = await forkProcess<DumpQuestions>('dump', 'run-dump.js', { databaseUrl: database.url })
  try {
    const result = await work()
    const { count, seconds } = await dump.ask('dumps')
    const each = count === 0 ? '' : `, ${(seconds / count).toFixed(1)} s each`
    console.error(`dumped ${count} times meanwhile${each}`)
    return result
  } finally {
    await dump.stop()
  }
}
