import { createProcess, type Process } from '../run/create-process.js'
import type { BatchPlan } from '../run/settings.js'
import { MASTER_KEY, noteError } from '../run/start-worker.js'
import type { World } from '../run/world.js'

export type Merchant = { merchantId: string; apiKeyId: string }

export type SubmittedBatch = { name: string; plan: BatchPlan; merchant: Merchant; key: string; id: string | undefined }

/** What goes on outside the server: merchants submit, people approve and turn down, the bank tells its news. */
export type Outside = {
  batches: SubmittedBatch[]
  /** True when nobody outside has anything left to do. */
  isDone(): boolean
  /** Tells the server what the bank says of an item, as its callback does. */
  tellNews(reference: string): Promise<void>
}

const LIMITS = { maxItems: 100, minAmountSen: 10_000_00n, maxAmountSen: 1_000_000_000_00n }
const CALL_TIMEOUT_MS = 30_000

export async function makeMerchants(world: World): Promise<Merchant[]> {
  const { server, database, settings } = world
  const merchants: Merchant[] = []
  for (let number = 0; number < settings.merchants; number++) {
    const { id: merchantId } = await server.createMerchant(database.pool, { name: `Warung ${number + 1}` })
    const { apiKey } = await server.createApiKey(
      { pool: database.pool, masterKey: MASTER_KEY, liveModeFault: undefined },
      { merchantId, isLive: false }
    )
    for (let endpoint = 0; endpoint < settings.endpoints; endpoint++)
      await server.createEndpoint(
        {
          pool: database.pool,
          masterKey: MASTER_KEY,
          guard: server.createAddressGuard({ allowedCidrs: ['203.0.113.0/24'], resolve: async () => [] })
        },
        { merchantId, isLive: false, actor: 'test' },
        { url: `http://203.0.113.${10 * number + endpoint + 1}/hook` }
      )
    merchants.push({ merchantId, apiKeyId: apiKey.id })
  }
  return merchants
}

export function startOutside(world: World, merchants: Merchant[]): Outside {
  const { server, scheduler, settings, outside, story } = world
  const random = world.random.fork('outside')
  let busy = 0
  let generation = 0
  let apis: Process[] = []

  function pickApi(): Process {
    apis = apis.filter(({ actor }) => actor.isAlive)
    while (apis.length < 2) apis.push(createProcess(world, `api-${++generation}`, 'api'))
    return random.pick(apis)
  }

  /** One request to one of the API processes. When that is gone, or silent for long, the caller knows nothing. */
  async function call<Result>(what: string, work: (api: Process) => Promise<Result>): Promise<Result> {
    const api = pickApi()
    story.tell(scheduler.nowMs(), api.actor.name, `is asked to ${what}`)
    return await new Promise<Result>((resolve, reject) => {
      const gone = () => {
        reject(new Error('Connection terminated: the API process is gone'))
      }
      api.actor.onCrash.add(gone)
      const cancel = scheduler.setTimer(
        outside,
        CALL_TIMEOUT_MS,
        () => reject(new Error('Connection terminated: no answer from the API')),
        {
          laziness: 'punctual'
        }
      )
      work(api)
        .finally(() => {
          cancel()
          api.actor.onCrash.delete(gone)
        })
        .then(resolve, reject)
    })
  }

  function run(work: () => Promise<void>): void {
    busy++
    void work()
      .catch((error) => noteError(world, 'a caller', error))
      .finally(() => {
        busy--
      })
  }

  const codeOf = (error: unknown) => (error as { code?: string }).code ?? ''
  const isRefusal = (error: unknown) => (error as Error).name === 'ApiError'
  const scopeOf = ({ merchant }: SubmittedBatch) => ({ merchantId: merchant.merchantId, isLive: false, actor: merchant.apiKeyId })

  async function submit(batch: SubmittedBatch): Promise<void> {
    const { plan } = batch
    await scheduler.sleep(outside, plan.submittedAfterMs)
    const body = {
      items: Array.from({ length: plan.items }, (_, index) => ({
        account_owner_name: 'Siti Rahayu',
        bank_code: 'bca',
        account_number: `84226${random.whole(10, 99)}${random.chance(0.1) ? 9 : index % 8}`,
        amount: `${10_000 + random.whole(1, 90_000)}.00`
      }))
    }
    for (;;) {
      try {
        const answer = await call(`submit batch ${batch.name}`, (api) =>
          server.intakeSubmission(
            api.pool,
            {
              ...scopeOf(batch),
              rail: 'simulated_bank',
              feePerItemSen: settings.feePerItemSen,
              limits: LIMITS,
              path: '/disbursements/submit',
              query: {},
              requestKey: batch.key,
              batchKey: batch.key,
              forceDisburse: plan.isForced,
              skipValidation: plan.skipsValidation
            },
            body
          )
        )
        batch.id = (JSON.parse(answer.body) as { data: { id: string } }).data.id
        void call('wake the workers', (api) => server.wakeWorkers(api.pool)).catch(() => {})
        poisonOne(batch.id, plan.items)
        return
      } catch (error) {
        if (isRefusal(error) && codeOf(error) !== 'REQUEST_ALREADY_SUBMITTED') throw error
        if (!isRefusal(error)) noteError(world, `the submit of batch ${batch.name}`, error)
        await scheduler.sleep(outside, random.whole(100, 3_000))
      }
    }
  }

  function poisonOne(batchId: string, items: number): void {
    if (!settings.hasPoison || world.poison !== undefined || !world.isBad) return
    world.poison = { batchId, ordinal: random.whole(0, items - 1) }
    world.poisoned.add(`${batchId} ${world.poison.ordinal}`)
  }

  async function approve(batch: SubmittedBatch, number: number): Promise<void> {
    const key = `approve-${batch.name}-${number}`
    await decide(batch, `approve batch ${batch.name}`, async (api, id) => {
      const request = { merchantId: batch.merchant.merchantId, isLive: false, key, fingerprint: Buffer.from(key) }
      await server.runIdempotently(api.pool, request, async (connection) => {
        await server.approveBatch(connection, { ...scopeOf(batch), feePerItemSen: settings.feePerItemSen }, id, {
          ignoreInvalid: true
        })
        return { statusCode: 200, body: {} }
      })
      await server.wakeWorkers(api.pool)
    })
  }

  async function close(batch: SubmittedBatch): Promise<void> {
    await decide(batch, `${batch.plan.closer === 'rejects' ? 'reject' : 'delete'} batch ${batch.name}`, (api, id) =>
      server.withTransaction(api.pool, async (connection) => {
        if (batch.plan.closer === 'rejects') await server.rejectBatch(connection, scopeOf(batch), id, 'a mistake')
        else await server.deleteBatch(connection, scopeOf(batch), id)
      })
    )
  }

  /** Tries until it is done, or the batch is past it. */
  async function decide(
    batch: SubmittedBatch,
    what: string,
    work: (api: Process, id: string) => Promise<unknown>
  ): Promise<void> {
    while (batch.id === undefined) await scheduler.sleep(outside, 500)
    const { id } = batch
    await scheduler.sleep(outside, random.whole(0, 2_000))
    for (;;) {
      try {
        await call(what, (api) => work(api, id))
        return
      } catch (error) {
        if (!isRefusal(error)) noteError(world, what, error)
        else if (codeOf(error) === 'DPAY_NOT_FOUND') return
        else if (codeOf(error) === 'INVALID_DISBURSEMENT_STATUS' && (await isPast(batch, id))) return
      }
      await scheduler.sleep(outside, random.whole(200, 4_000))
    }
  }

  async function isPast(batch: SubmittedBatch, id: string): Promise<boolean> {
    try {
      const { status } = await call(`show batch ${batch.name}`, (api) => server.readBatch(api.pool, scopeOf(batch), id))
      return status !== 'validating' && status !== 'need_approval'
    } catch (error) {
      if (codeOf(error) === 'DPAY_NOT_FOUND') return true
      noteError(world, `showing batch ${batch.name}`, error)
      return false
    }
  }

  async function tellNews(reference: string): Promise<void> {
    for (let attempt = 0; attempt < 20; attempt++) {
      try {
        await call(`take the bank's word on ${reference}`, (api) => takeNews(api, reference))
        return
      } catch (error) {
        noteError(world, `the bank's callback about ${reference}`, error)
        await scheduler.sleep(outside, random.whole(1_000, 60_000))
      }
    }
  }

  /** On the way of every other answer: the item, then the time, then the bank, and then its word is written. */
  async function takeNews({ pool, actor, clock }: Process, reference: string): Promise<void> {
    const { rows } = await pool.query<{ merchantId: string; batchId: string; ordinal: number; attempt: number }>({
      name: 'read-item-of-callback',
      text: `SELECT merchant_id AS "merchantId", batch_id AS "batchId", ordinal, attempt FROM items WHERE id = $1`,
      values: [reference]
    })
    const item = rows[0]
    if (item === undefined) return void world.findings.push(`the bank has ${reference}, which no row knows`)
    const askedAtMs = await server.readTimeMs(pool)
    const rail = world.bank.connect(actor)
    const outcome = await server.callRail(rail, 'status', reference, clock)
    const scope = { merchantId: item.merchantId, isLive: false, batchId: item.batchId, actor: 'callback', policy: rail }
    const report = { ordinal: item.ordinal, attempt: item.attempt, source: 'status' as const, outcome, askedAtMs }
    await server.recordOutcomes(pool, scope, [report])
  }

  world.onNews = (reference) => {
    world.count('callback')
    run(() => tellNews(reference))
    if (!random.chance(0.4)) return
    world.count('callback repeated')
    run(() => tellNews(reference))
  }

  const batches = settings.batches.map((plan, index): SubmittedBatch => {
    const name = 'ABC'[index]!
    const merchant = merchants[Math.min(plan.merchant, merchants.length - 1)]!
    return { name, plan, merchant, key: `key-${name}`, id: undefined }
  })
  for (const batch of batches) {
    run(() => submit(batch))
    for (let number = 0; number < batch.plan.approvers; number++) run(() => approve(batch, number))
    if (batch.plan.closer !== 'none') run(() => close(batch))
  }
  return { batches, isDone: () => busy === 0, tellNews }
}
