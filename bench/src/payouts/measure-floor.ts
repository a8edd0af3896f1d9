import type { Pool } from '@arus/server'
import type { TableWrites } from './count-writes.js'
import type { Postgres } from './open-postgres.js'
import { type Floor, isLarge, listColumns } from './prepare-floor.js'
import { readUsage, subtractUsage, type Usage } from './read-usage.js'

export type FloorMeasurement = { seconds: number; commits: number; walBytes: number; usage: Usage[] }

/** Rows of one statement, which is one commit. */
export const FLOOR_ROWS_A_COMMIT = 10_000

/** What a row has when it is new, where that is not what it has in the end. */
const NEW_VALUES: Record<string, Record<string, string>> = {
  items: { status: "'need_validation'", real_name: "''", receipt: "''", amount_transfer_id: 'NULL', fee_transfer_id: 'NULL' },
  transfer_attempts: { outcome: 'NULL', rail_reference: "''", answered_at: 'NULL' }
}
/**
 * What each pass over a table changes, the last one last. Where there are fewer passes, the first are left out. No indexed
 * column is among them, as on a batch's straight way: PostgreSQL updates in place where a page has room, there as here.
 */
const PASSES: Record<string, readonly Record<string, string>[]> = {
  items: [
    { status: "'valid'", real_name: 'upper(account_owner_name)' },
    { status: "'ready'" },
    { status: "'sending'", attempt: '1' },
    { status: "'done'", real_name: 'upper(account_owner_name)', amount_transfer_id: '1', receipt: "'SIM000000000001'" }
  ],
  transfer_attempts: [{ outcome: "'paid'", rail_reference: "'SIM000000000001'", answered_at: 'arus_now()' }]
}

/**
 * Writes the rows that a batch was counted to write, by statements over many rows and nothing else: no HTTP, no bank, no
 * claims, no checks but the schema's own. Each insert and each pass of updates is spread over the connections; a pass
 * begins when the one before it is over, as a batch's stages do.
 */
export async function measureFloor(postgres: Postgres, floor: Floor, connections: number): Promise<FloorMeasurement> {
  const database = await postgres.createDatabase({ copyOf: floor.database })
  const { pool } = database
  try {
    const passes = await planPasses(pool, floor)
    await warmCache(pool, floor)
    await pool.query('CHECKPOINT')
    const walBefore = await readWalBytes(pool)
    const usageBefore = await readUsage([], postgres.processId)
    const startedMs = performance.now()
    let commits = 0
    for (const pass of passes) commits += await runPass(pool, pass, connections)
    const seconds = (performance.now() - startedMs) / 1000
    const usage = subtractUsage(await readUsage([], postgres.processId), usageBefore)
    return { seconds, commits, walBytes: (await readWalBytes(pool)) - walBefore, usage }
  } finally {
    await database.drop()
  }
}

/** What is updated as often as that is a counter or a turn. */
const COUNTER_UPDATES = 20

type Pass = { statements: { text: string; values: number[] }[] }

async function planPasses(pool: Pool, { items, writes }: Floor): Promise<Pass[]> {
  const passes: Pass[] = []
  const small: Pass = { statements: [] }
  for (const [name, counted] of writes.tables) {
    const table = name.replace(/^public\./, '')
    if (isLarge(writes, table, items)) passes.push(...(await planLargeTable(pool, table, items, counted)))
    else if (counted.updates >= COUNTER_UPDATES) small.statements.push(await planSmallTable(pool, table, counted.updates))
  }
  return [...passes, small]
}

/** Tables are keyed by merchant, batch and ordinal: the ordinal says which chunk a row belongs to. */
async function planLargeTable(pool: Pool, table: string, items: number, counted: TableWrites): Promise<Pass[]> {
  const columns = await listColumns(pool, table)
  const passes: Pass[] = []
  if (counted.inserts > 0) {
    const values = columns.map((column) => NEW_VALUES[table]?.[column] ?? column)
    const text = `INSERT INTO ${table} (${columns.join(', ')}) OVERRIDING SYSTEM VALUE
      SELECT ${values.join(', ')} FROM floor_source.${table} WHERE ordinal >= $1 AND ordinal < $2 ORDER BY ordinal`
    passes.push(spread(text, Math.min(items, counted.inserts)))
  }
  const known = PASSES[table] ?? [{ ordinal: 'ordinal' }]
  const passCount = Math.ceil(counted.updates / items - 0.02)
  for (let pass = 0; pass < passCount; pass++) {
    const changes = known[Math.max(0, known.length - passCount + pass)]!
    const sets = Object.entries(changes).filter(([column]) => columns.includes(column))
    const text = `UPDATE ${table} SET ${sets.map(([column, value]) => `${column} = ${value}`).join(', ')}
      WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE (merchant_id, batch_id) = ${OF_BATCH} AND ordinal >= $1 AND ordinal < $2))`
    // Of a pass that did not go over every row, the part that did.
    passes.push(spread(text, Math.min(items, Math.round(counted.updates - pass * items))))
  }
  if (counted.deletes > 0) {
    const text = `DELETE FROM ${table} WHERE (merchant_id, batch_id) = ${OF_BATCH} AND ordinal >= $1 AND ordinal < $2`
    passes.push(spread(text, Math.min(items, counted.deletes)))
  }
  return passes
}

const OF_BATCH = '(SELECT merchant_id, batch_id FROM floor_source.items LIMIT 1)'

function spread(text: string, rows: number): Pass {
  const statements = []
  for (let start = 0; start < rows; start += FLOOR_ROWS_A_COMMIT)
    statements.push({ text, values: [start, Math.min(rows, start + FLOOR_ROWS_A_COMMIT)] })
  return { statements }
}

/** Counters and turns: one row again and again. What was inserted beside (some hundred rows) is left out. */
async function planSmallTable(pool: Pool, table: string, updates: number): Promise<Pass['statements'][number]> {
  // The first ones are the key, which never changes.
  const column = (await listColumns(pool, table)).at(-1)!
  return {
    text: `DO $$ BEGIN FOR count IN 1..${updates} LOOP
      UPDATE ${table} SET ${column} = ${column} WHERE ctid = (SELECT max(ctid) FROM ${table}); END LOOP; END $$`,
    values: []
  }
}

async function runPass(pool: Pool, { statements }: Pass, connections: number): Promise<number> {
  const waiting = [...statements]
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await pool.query(next.text, next.values)
  }
  await Promise.all(Array.from({ length: connections }, work))
  return statements.length
}

/** The rows that are to be written come from memory. */
async function warmCache(pool: Pool, { writes, items }: Floor): Promise<void> {
  for (const name of writes.tables.keys()) {
    const table = name.replace(/^public\./, '')
    if (isLarge(writes, table, items)) await pool.query(`SELECT count(*), max(ordinal) FROM floor_source.${table}`)
  }
}

async function readWalBytes(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: number }>(`SELECT (pg_current_wal_insert_lsn() - '0/0')::float AS bytes`)
  return rows[0]!.bytes
}
