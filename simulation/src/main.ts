/**
 * Lives many small worlds in which everything goes wrong that can, each from a seed, with the server's real code on a real
 * PostgreSQL, and says what it found.
 *
 *     npm run simulate -- --runs 2000
 *     npm run simulate -- --seed 17 --runs 1 --trace
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runMutants } from './mutants/run-mutants.js'
import type { BankMode } from './parties/bank-book.js'
import { replayRun } from './report/replay-run.js'
import { createSummary } from './report/summary.js'
import type { Focus } from './run/focuses.js'
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
    /** What the worlds are about; drawn by the seed unless said. */
    focus: { type: 'string' },
    trace: { type: 'boolean', default: false },
    replays: { type: 'string', default: '10' },
    /** A server to use instead of ours; for copies with a defence taken out. */
    'server-folder': { type: 'string', default: SERVER_FOLDER },
    /** A migrated or empty database to use; nothing in it stays. */
    'database-url': { type: 'string' },
    /** Lives each world twice, and calls it a finding where the second goes another way. */
    again: { type: 'boolean', default: false },
    'stop-at-first': { type: 'boolean', default: false },
    /** Takes one defence after another out of a copy of the server, and says which seed finds it. */
    mutants: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    /** How many of them side by side. */
    jobs: { type: 'string', default: '1' }
  }
})

if (values.mutants) await showMutants()
else await simulate()

async function showMutants(): Promise<void> {
  let missed = 0
  const table: string[] = []
  const options = {
    serverFolder: values['server-folder'],
    runs: Number(values.runs),
    only: values.only,
    jobs: Number(values.jobs)
  }
  for await (const { mutant, lines, seed, finding, isSame } of runMutants(options)) {
    const { name, rule, mode, focus } = mutant
    if (seed === undefined) missed++
    const choice = `${mode === undefined ? '' : ` --mode ${mode}`}${focus === undefined ? '' : ` --focus ${focus}`}`
    console.log(`${seed === undefined ? 'MISSED' : `--seed ${seed}`}${choice}  ${name} (${rule})`)
    for (const line of lines) console.log(`    ${line}`)
    console.log(`    ${finding}${seed === undefined || isSame ? '' : ' (NOT THE SAME WHEN REPLAYED)'}`)
    const where = lines.map((line) => `\`${line.replace(/^src\//, '').replaceAll('`', "'")}\``).join('<br>')
    const cells = [rule, name, where.replaceAll('|', '\\|'), seed === undefined ? 'none' : `\`--seed ${seed}${choice}\``, finding]
    table.push(`| ${cells.join(' | ')} |`)
  }
  console.log(['', ...table, ''].join('\n'))
  console.log(missed === 0 ? 'every one was found' : `${missed} were not found`)
  process.exitCode = missed === 0 ? 0 : 1
}

async function simulate(): Promise<void> {
  const server = await loadServer(values['server-folder'])
  const referee = values['server-folder'] === SERVER_FOLDER ? server : await loadServer(SERVER_FOLDER)
  const opened = await openDatabase(server, values['database-url'])
  const database = await openSimulatedDatabase(referee, opened.databaseUrl)
  const engine = { server, referee, database }
  const choice = { mode: values.mode as BankMode | undefined, focus: values.focus as Focus | undefined }
  const firstSeed = Number(values.seed)
  const summary = createSummary()
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      isStopping = true
    })
  try {
    for (let seed = firstSeed; seed < firstSeed + Number(values.runs) && !isStopping; seed++) {
      const result = await runSimulation(engine, seed, choice)
      if (values.again && (await runSimulation(engine, seed, choice)).fingerprint !== result.fingerprint)
        result.findings.push('the same seed went another way')
      summary.add(result)
      if ((seed - firstSeed + 1) % 100 === 0) console.error(`${seed - firstSeed + 1} runs`)
      if (values.trace) for (const line of result.story()) console.log(line)
      if (result.findings.length === 0) continue
      for (const line of await replayRun(engine, result, choice, Number(values.replays))) console.log(line)
      if (values['stop-at-first']) break
    }
  } finally {
    await database.close()
    await opened.close()
  }
  for (const line of summary.lines()) console.log(line)
  process.exitCode = summary.hasFindings() ? 1 : 0
}
