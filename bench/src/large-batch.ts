/**
 * One batch, as large as asked for, from submit to completed over HTTP, with a webhook receiver: how long each stage
 * takes, and the most memory that each process had.
 *
 *     npm run bench:large-batch -- --items 100000 --workers 2
 */
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createApiKey, createMerchant, createPool, migrate, readBook, startEmbeddedPostgres, verifyLedger } from '@arus/server'
import { makeBatch } from './batches/make-batch.js'
import { readChildren, readPeakMemory } from './processes/read-peak-memory.js'
import { type ArusProcess, startArusProcess } from './processes/start-arus-process.js'

const { values } = parseArgs({
  options: { items: { type: 'string', default: '100000' }, workers: { type: 'string', default: '2' } }
})
const itemCount = Number(values.items)
const workerCount = Number(values.workers)

type Stage = { name: string; seconds: number }

const stages: Stage[] = []
async function measure<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const startedMs = performance.now()
  const result = await work()
  stages.push({ name, seconds: (performance.now() - startedMs) / 1000 })
  return result
}

/** Waits for the webhooks of a batch, by event name. */
async function startReceiver() {
  const seen = new Set<string>()
  let bytes = 0
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    bytes += body.length
    seen.add((JSON.parse(body) as { event: string }).event)
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    waitFor: async (event: string) => {
      while (!seen.has(event)) await delay(5)
    },
    bytes: () => bytes,
    close: () => server.close()
  }
}

async function main(): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'arus-bench-'))
  // As root, PostgreSQL runs as another user, who must be able to enter.
  await chmod(dataFolder, 0o755)
  const postgres = await startEmbeddedPostgres({ dataFolder, log: () => {} })
  const pool = createPool({ databaseUrl: postgres.databaseUrl, maxConnections: 4, applicationName: 'bench', onError: () => {} })
  const processes: ArusProcess[] = []
  const receiver = await startReceiver()
  try {
    await migrate(pool)
    const masterKey = randomBytes(32)
    const merchant = await createMerchant(pool, { name: 'bench' })
    const { secretKey } = await createApiKey(
      { pool, masterKey, liveModeFault: undefined },
      { merchantId: merchant.id, isLive: false }
    )
    const environment = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: postgres.databaseUrl,
      ARUS_MASTER_KEY: masterKey.toString('base64'),
      ARUS_PORT: '0',
      ARUS_MAX_ITEMS: String(itemCount),
      ARUS_WEBHOOK_ALLOW: '127.0.0.0/8',
      ARUS_LOG_LEVEL: 'error',
      // Beside its database, which is gone afterwards: the next run's would be taken for one that was restored.
      ARUS_IDENTITY_FILE: join(dataFolder, 'identity.json')
    }
    const api = await startArusProcess('API', '--api', environment)
    processes.push(api)
    for (let index = 1; index <= workerCount; index++)
      processes.push(await startArusProcess(`worker ${index}`, '--worker', environment))
    const authorization = `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}`
    const call = async (method: string, path: string, body?: string) => {
      const headers = {
        authorization,
        'content-type': 'application/json',
        ...(method === 'POST' ? { 'x-idempotency-key': crypto.randomUUID() } : {})
      }
      const response = await fetch(`${api.url}/v1${path}`, { method, headers, ...(body === undefined ? {} : { body }) })
      const answer = (await response.json()) as { data: Record<string, unknown> }
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`)
      return answer.data
    }
    await call('POST', '/webhook_endpoints', JSON.stringify({ url: receiver.url }))
    // Test mode's opening balance is not meant for a hundred thousand salaries.
    const topup = await call(
      'POST',
      '/disbursements/topup',
      JSON.stringify({ bank_id: 15, amount: String(BigInt(itemCount) * 2_501_000n) })
    )
    await call('POST', `/simulator/topups/${topup.id}/complete`)
    const body = makeBatch(itemCount)
    const startedMs = performance.now()
    const batch = await measure('submit (answered)', () => call('POST', '/disbursements/submit', body))
    // The light one: counting the items of a large batch for each poll would be part of what is measured.
    const read = () => call('GET', `/disbursements/${batch.id}/status`)
    const until = async (statuses: string[]) => {
      while (!statuses.includes(String((await read()).status))) await delay(20)
    }
    await measure('validate', () => until(['need_approval']))
    await measure('approve (answered)', () => call('POST', `/disbursements/${batch.id}/approve`))
    await measure('pay and settle', () => until(['success', 'partially_success', 'failed']))
    stages.push({ name: 'submit to completed', seconds: (performance.now() - startedMs) / 1000 })
    await measure('completed webhook, after that', () => receiver.waitFor('disbursement.completed'))
    const { faults } = await verifyLedger(pool, { readBook: () => readBook(pool) })
    await report(processes, postgres.dataFolder, body.length, receiver.bytes(), faults.length)
    if (faults.length > 0) process.exitCode = 1
  } finally {
    for (const one of processes.reverse()) await one.stop()
    receiver.close()
    await pool.end()
    await postgres.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

async function report(
  processes: ArusProcess[],
  postgresFolder: string,
  requestBytes: number,
  webhookBytes: number,
  faults: number
): Promise<void> {
  const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`
  console.log(`${itemCount} items, ${workerCount} workers, ${cpus().length} cores, Node ${process.version}`)
  console.log(`request ${megabytes(requestBytes)}, webhooks ${megabytes(webhookBytes)}, ledger verified with ${faults} faults\n`)
  console.log('| stage | seconds | items per second |\n|---|---|---|')
  for (const { name, seconds } of stages) console.log(`| ${name} | ${seconds.toFixed(2)} | ${Math.round(itemCount / seconds)} |`)
  console.log('\n| process | peak memory, MiB |\n|---|---|')
  for (const { name, processId } of processes) console.log(`| ${name} | ${(await readPeakMemory(processId)) ?? '?'} |`)
  const postmaster = Number(
    (await readFile(join(postgresFolder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '0')).split('\n')[0]
  )
  const backends = await Promise.all((await readChildren(postmaster)).map(readPeakMemory))
  console.log(
    `| largest PostgreSQL backend (with the shared buffers that it touched) | ${Math.max(0, ...backends.map((one) => one ?? 0))} |`
  )
}

await main()
