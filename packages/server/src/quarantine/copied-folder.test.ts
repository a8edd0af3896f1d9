import { execFile } from 'node:child_process'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPool, type Pool } from '../database/create-pool.js'
import { migrate } from '../database/migrate.js'
import { createLog } from '../http/create-log.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { startTestPostgres, type TestPostgres } from '../testing/start-test-postgres.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { until } from '../testing/until.js'
import { listQuarantines } from './read-quarantines.js'
import { watchIdentity } from './watch-identity.js'

let postgres: TestPostgres
let folder: string
let identityFile: string
beforeEach(async () => {
  postgres = await startTestPostgres()
  folder = await mkdtemp(join(tmpdir(), 'arus-copied-'))
  identityFile = join(folder, 'database-identity.json')
})
afterEach(async () => {
  await postgres.stop()
  await rm(folder, { recursive: true })
})

/** Serves the database for a moment: looks which it is, does the work, sets a last mark. */
async function serve<Result>(databaseUrl: string, work: (pool: Pool) => Promise<Result>): Promise<Result> {
  const pool = createPool({ databaseUrl, maxConnections: 5, applicationName: 'test', onError: () => {} })
  await migrate(pool)
  const watch = await watchIdentity({ pool, identityFile, needsFile: true, leaseMs: 60_000, log: createLog('silent') })
  const result = await work(pool)
  await watch.stop()
  await pool.end()
  return result
}

async function submit(pool: Pool, name: string): Promise<void> {
  const { id } = await createMerchant(pool, { name })
  await submitTestBatch(pool, id, { items: [testItem()], skipValidation: true, forceDisburse: true })
}

const readReasons = async (pool: Pool) => (await listQuarantines(pool)).map(({ reason }) => reason)

describe('the folder of a PostgreSQL that was served', () => {
  it('is quarantined when an older copy of it takes its place: same server, same timeline, an older mark', async () => {
    await serve(postgres.databaseUrl, (pool) => submit(pool, 'before the copy'))
    await postgres.pause()
    const cluster = join(postgres.dataFolder, 'postgres')
    // With its owner, whom PostgreSQL insists on.
    await promisify(execFile)('cp', ['-a', cluster, `${cluster}.copy`])

    const again = await postgres.resume()
    expect(await serve(again, readReasons), 'the same folder again').toEqual([])
    await postgres.pause()
    await rm(cluster, { recursive: true })
    await rename(`${cluster}.copy`, cluster)
    const copied = await postgres.resume()
    expect(await serve(copied, readReasons)).toEqual(['older_copy'])
    expect(await serve(copied, readReasons), 'and once only').toEqual(['older_copy'])
  })

  it('is quarantined after it was brought back to a point in time, which begins a new timeline', async () => {
    await serve(postgres.databaseUrl, (pool) => submit(pool, 'before'))
    await postgres.pause()
    await writeFile(join(postgres.dataFolder, 'postgres', 'recovery.signal'), '')
    const recovered = await postgres.resume({ restore_command: 'exit 1' })
    // It can be read from before it has come to the end of its log.
    const pool = createPool({ databaseUrl: recovered, maxConnections: 1, applicationName: 'test', onError: () => {} })
    const isRecovering = async () => (await pool.query('SELECT pg_is_in_recovery() AS is_recovering')).rows[0].is_recovering
    await until(isRecovering, (is) => !is)
    await pool.end()
    expect(await serve(recovered, readReasons)).toEqual(['other_timeline'])
  })
})
