import { createPool } from '@arus/server'
import { answerQuestions } from '../../processes/answer-questions.js'

export type DumpInput = { databaseUrl: string }
export type DumpQuestions = { dumps: { count: number; seconds: number } }

/**
 * Does to the server what `pg_dump` does, again and again: one snapshot, a lock that keeps tables from being changed in
 * shape, and every row of every table read in the order of the disk.
 */
answerQuestions(async ({ databaseUrl }: DumpInput) => {
  const pool = createPool({ databaseUrl, applicationName: 'dump', maxConnections: 1, onError: () => {} })
  const connection = await pool.connect()
  let count = 0
  let milliseconds = 0
  let stopping = false

  async function dump(): Promise<void> {
    const { rows } = await connection.query<{ name: string }>(`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'simulated_bank')
      ORDER BY schemaname, tablename`)
    await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    for (const { name } of rows) await connection.query(`LOCK TABLE ${name} IN ACCESS SHARE MODE`)
    for (const { name } of rows) if (!stopping) await connection.query(`COPY ${name} TO STDOUT`)
    await connection.query('COMMIT')
  }

  const dumping = (async () => {
    while (!stopping) {
      const startedMs = performance.now()
      await dump()
      if (stopping) break
      count++
      milliseconds += performance.now() - startedMs
    }
  })()
  return {
    answers: { dumps: () => ({ count, seconds: milliseconds / 1000 }) },
    async close() {
      stopping = true
      await dumping
      connection.release()
      await pool.end()
    }
  }
})
