/**
 * Lives many small worlds in which everything goes wrong that can, each from a seed, with the server's real code on a real
 * PostgreSQL, and says what it found.
 *
 *     npm run simulate -- --runs 2000
 *     npm run simulate -- --seed 17 --runs 1 --trace
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { BankMode } from './parties/simulated-bank.js'
import { replayRun } from './report/replay-run.js'
import { createSummary } from './report/summary.js'
import { runSimulation } from './run/run-simulation.js'
import { loadServer } from './world/load-server.js'
import { openDatabase } from './world/open-database.js'
import { openSimulatedDatabase } from './world/simulated-database.js'

const SERVER_FOLDER = fileURLToPath(new URL('../../packages/server', import.meta.url))

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '300' },
    /** How the bank takes repeats; drawn by the seed unless said. */
    mode: { type: 'string' },
    trace: { type: 'boolean', default: false },
    replays: { type: 'string', default: '10' },
    /** A server to use instead of ours; for copies with a defence taken out. */
    'server-folder': { type: 'string', default: SERVER_FOLDER },
    /** A migrated or empty database to use; nothing in it stays. */
    'database-url': { type: 'string' },
    'stop-at-first': { type: 'boolean', default: false }
  }
})

const server = await loadServer(values['server-folder'])
const referee = values['server-folder'] === SERVER_FOLDER ? server : await loadServer(SERVER_FOLDER)
const opened = await openDatabase(referee, values['database-url'])
const database = await openSimulatedDatabase(referee, opened.databaseUrl)
const engine = { server, referee, database }
const mode = values.mode as BankMode | undefined
const firstSeed = Number(values.seed)
const summary = createSummary()
try {
  for (let seed = firstSeed; seed < firstSeed + Number(values.runs); seed++) {
    const result = await runSimulation(engine, seed, mode)
    summary.add(result)
    if (values.trace) for (const line of result.story()) console.log(line)
    if (result.findings.length === 0) continue
    for (const line of await replayRun(engine, result, mode, Number(values.replays))) console.log(line)
    if (values['stop-at-first']) break
  }
} finally {
  await database.close()
  await opened.close()
}
for (const line of summary.lines()) console.log(line)
process.exitCode = summary.hasFindings() ? 1 : 0
