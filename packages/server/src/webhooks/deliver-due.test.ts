import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { resendEvent } from '../events/resend-event.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { type Receiver, startReceiver } from '../testing/start-receiver.js'
import { until } from '../testing/until.js'
import {
  insertTestBatch,
  insertTestEndpoint,
  insertTestMerchant,
  type TestMerchant,
  testMasterKey,
  writeTestEvent
} from '../testing/webhook-fixtures.js'
import { createAddressGuard, resolveBySystem } from './address-guard.js'
import { claimDeliveries } from './claim-deliveries.js'
import { createWebhookSender, type WebhookSender } from './create-webhook-sender.js'
import { deleteEndpoint } from './delete-endpoint.js'
import { deliverDue } from './deliver-due.js'
import { deliverOne } from './deliver-one.js'
import { RETRY_WAITS_MS } from './retry-schedule.js'
import { rotateEndpointSecret } from './rotate-endpoint-secret.js'

let database: TestDatabase
let merchant: TestMerchant
let sender: WebhookSender
let errors: unknown[]
let shiftMs: number
const receivers: Receiver[] = []

beforeEach(async () => {
  database = await createTestDatabase()
  merchant = await insertTestMerchant(database.pool)
  sender = makeSender(PATIENT_MS)
  errors = []
  shiftMs = 0
})
afterEach(async () => {
  for (const receiver of receivers.splice(0)) await receiver.close()
  await sender.close()
  await database.drop()
  expect(errors).toEqual([])
})

/** Beyond what any test takes: nothing times out here but where it should. */
const PATIENT_MS = 60_000

function makeSender(timeoutMs: number): WebhookSender {
  return createWebhookSender({
    guard: createAddressGuard({ allowedCidrs: ['127.0.0.0/8'], resolve: resolveBySystem }),
    headersTimeoutMs: timeoutMs,
    totalTimeoutMs: timeoutMs
  })
}

async function receive(answer?: Parameters<typeof startReceiver>[0]): Promise<Receiver> {
  const receiver = await startReceiver(answer)
  receivers.push(receiver)
  return receiver
}

/** Holds its answers until so many requests are open, and from then on holds none. */
function answerOnceOpen(count: number): (response: { end(): void }) => void {
  const held: { end(): void }[] = []
  let isReached = false
  return (response) => {
    held.push(response)
    isReached ||= held.length >= count
    if (isReached) for (const one of held.splice(0)) one.end()
  }
}

async function insertEvent(of = merchant): Promise<string> {
  const batchId = await insertTestBatch(database.pool, of, { status: 'success', items: [{ status: 'done' }] })
  return writeTestEvent(database.pool, { ...of, type: 'disbursement.completed', batchId })
}

const dependencies = () => ({
  pool: database.pool,
  masterKey: testMasterKey,
  sender,
  random: () => 0.5,
  onError: (error: unknown) => errors.push(error)
})

const deliver = (signal = new AbortController().signal) => deliverDue(dependencies(), { signal, limit: 16 })

async function passTime(durationMs: number): Promise<void> {
  shiftMs += durationMs
  await setClockShift(database.pool, shiftMs)
}

type DeliveryRow = {
  status: string
  attempts: number
  last_status_code: number | null
  last_error: string
  wait_minutes: number | null
}

async function readDelivery(eventId: string): Promise<DeliveryRow> {
  const { rows } = await database.pool.query<DeliveryRow>(
    `SELECT status, attempts, last_status_code, last_error, round(extract(epoch FROM next_attempt_at - arus_now()) / 60)::double precision AS wait_minutes
     FROM deliveries WHERE event_id = $1`,
    [eventId]
  )
  return rows[0]!
}

describe('deliverDue', () => {
  it('delivers once, signed by the key of the merchant and by the secret of the endpoint', async () => {
    const receiver = await receive()
    const { secret } = await insertTestEndpoint(database.pool, merchant, receiver.url)
    const eventId = await insertEvent()

    expect(await deliver()).toBe(1)
    expect(await readDelivery(eventId)).toEqual({
      status: 'delivered',
      attempts: 1,
      last_status_code: 200,
      last_error: '',
      wait_minutes: null
    })
    expect(await deliver()).toBe(0)

    expect(receiver.requests).toHaveLength(1)
    const { headers, body } = receiver.requests[0]!
    const { event, data, retry_count } = JSON.parse(body)
    expect({ event, retry_count }).toEqual({ event: 'disbursement.completed', retry_count: 0 })
    expect(data.signature).toBe(createHmac('sha256', merchant.secretKey).update(`${data.id}|${data.total_amount}`).digest('hex'))
    expect(headers['webhook-id']).toBe(eventId)
    expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60)
    const signed = `${eventId}.${headers['webhook-timestamp']}.${body}`
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  })

  it('tries again on the schedule, counting in retry_count, and gives up after the tenth attempt', async () => {
    const receiver = await receive((response) => response.writeHead(503).end())
    await insertTestEndpoint(database.pool, merchant, receiver.url)
    const eventId = await insertEvent()

    for (const [index, waitMs] of RETRY_WAITS_MS.entries()) {
      expect(await deliver()).toBe(1)
      expect(await readDelivery(eventId)).toEqual({
        status: 'pending',
        attempts: index + 1,
        last_status_code: 503,
        last_error: 'answered 503',
        wait_minutes: waitMs / 60_000
      })
      await passTime(waitMs - 30_000)
      expect(await deliver()).toBe(0)
      await passTime(31_000)
    }
    expect(await deliver()).toBe(1)
    expect(await readDelivery(eventId)).toMatchObject({
      status: 'given_up',
      attempts: 10,
      last_error: 'answered 503',
      wait_minutes: null
    })
    await passTime(30 * 24 * 3_600_000)
    expect(await deliver()).toBe(0)
    expect(receiver.requests.map(({ body }) => JSON.parse(body).retry_count)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('gives up, without another try, what ended a worker in each of its ten attempts', async () => {
    const receiver = await receive()
    await insertTestEndpoint(database.pool, merchant, receiver.url)
    const eventId = await insertEvent()
    // Ten claims, none of which has a result.
    await database.pool.query('UPDATE deliveries SET attempts = 10 WHERE event_id = $1', [eventId])

    expect(await deliver()).toBe(1)
    expect(await readDelivery(eventId)).toMatchObject({
      status: 'given_up',
      last_error: 'the attempts before this one ended without a result',
      wait_minutes: null
    })
    expect(receiver.requests).toEqual([])
  })

  it('is not over while it still reads what nobody needs any more', async () => {
    const receiver = await receive()
    await insertTestEndpoint(database.pool, merchant, receiver.url)
    const eventId = await insertEvent()
    await database.pool.query('UPDATE deliveries SET attempts = 10 WHERE event_id = $1', [eventId])
    const holding = await database.pool.connect()
    await holding.query('BEGIN; LOCK TABLE events IN ACCESS EXCLUSIVE MODE')
    let isOver = false
    const delivering = deliver().finally(() => {
      isOver = true
    })
    await until(
      () => readDelivery(eventId),
      ({ status }) => status === 'given_up'
    )
    await passTime(1)
    expect(isOver).toBe(false)
    await holding.query('COMMIT')
    holding.release()
    expect(await delivering).toBe(1)
  })

  it('sends an event again with the whole schedule, also to an endpoint that was made later', async () => {
    let isDown = true
    const first = await receive((response) => response.writeHead(isDown ? 500 : 200).end())
    const { endpointId } = await insertTestEndpoint(database.pool, merchant, first.url)
    const eventId = await insertEvent()
    await database.pool.query('UPDATE deliveries SET attempts = 9 WHERE event_id = $1', [eventId])
    await deliver()
    expect(await readDelivery(eventId)).toMatchObject({ status: 'given_up', attempts: 10 })

    const later = await receive()
    await insertTestEndpoint(database.pool, merchant, later.url)
    await resendEvent(database.pool, merchant, eventId)
    expect(await deliver()).toBe(2)
    expect(later.requests).toHaveLength(1)
    const { rows } = await database.pool.query(
      'SELECT status, attempts FROM deliveries WHERE event_id = $1 AND endpoint_id = $2',
      [eventId, endpointId]
    )
    expect(rows).toEqual([{ status: 'pending', attempts: 11 }])

    isDown = false
    await passTime(3 * 60_000)
    expect(await deliver()).toBe(1)
    expect(first.requests.map(({ body }) => JSON.parse(body).retry_count)).toEqual([9, 10, 11])
    await resendEvent(database.pool, merchant, eventId)
    expect(await deliver()).toBe(2)
  })

  it('signs with the new secret and the one before for 24 hours after a rotation, then with the new one alone', async () => {
    const receiver = await receive()
    const old = await insertTestEndpoint(database.pool, merchant, receiver.url)
    const rotated = await rotateEndpointSecret(
      { pool: database.pool, masterKey: testMasterKey },
      { ...merchant, actor: 'test' },
      old.endpointId
    )
    await insertEvent()
    await deliver()
    await passTime(24 * 3_600_000 + 1000)
    await insertEvent()
    await deliver()

    const signWith = (secret: string, { headers, body }: Receiver['requests'][number]) => {
      const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
      return `v1,${createHmac('sha256', key).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64')}`
    }
    const [during, after] = receiver.requests
    expect(during!.headers['webhook-signature']).toBe(`${signWith(rotated.secret, during!)} ${signWith(old.secret, during!)}`)
    expect(after!.headers['webhook-signature']).toBe(signWith(rotated.secret, after!))
  })

  it('takes a redirect for a failure', async () => {
    const target = await receive()
    const receiver = await receive((response) => response.writeHead(302, { location: target.url }).end())
    await insertTestEndpoint(database.pool, merchant, receiver.url)
    const eventId = await insertEvent()
    await deliver()
    expect(await readDelivery(eventId)).toMatchObject({
      status: 'pending',
      last_status_code: 302,
      last_error: 'answered 302: redirects are not followed'
    })
    expect(target.requests).toEqual([])
  })

  it('sends an endpoint that timed out through the slow lane, until it answers in time', async () => {
    let hangs = true
    const receiver = await receive((response) => (hangs ? undefined : response.end()))
    await insertTestEndpoint(database.pool, merchant, receiver.url)
    const isSlow = async () =>
      (await database.pool.query('SELECT slow_until > arus_now() AS is_slow FROM webhook_endpoints')).rows[0]!.is_slow
    const eventId = await insertEvent()
    const impatient = makeSender(400)
    await deliverDue({ ...dependencies(), sender: impatient }, { signal: new AbortController().signal, limit: 16 })
    await impatient.close()
    expect(await readDelivery(eventId)).toMatchObject({
      status: 'pending',
      last_status_code: null,
      last_error: expect.stringContaining('within')
    })
    expect(await isSlow()).toBe(true)

    for (let count = 0; count < 5; count++) await insertEvent()
    hangs = false
    const claimed = await claimDeliveries(database.pool, { isSlow: false, limit: 10, limitPerEndpoint: 10, inFlight: new Map() })
    expect(claimed).toEqual([])
    expect(await deliver()).toBe(5)
    expect(await isSlow()).toBeNull()
  })

  it('has one request at a time in flight to a slow endpoint, and a few to another', async () => {
    const fast = await receive(answerOnceOpen(4))
    // The slow one takes so long with its first that the other has all of its own by then.
    let slowAnswer = () => {}
    const slow = await receive((response) => {
      slowAnswer = () => response.end()
      if (slow.requests.length > 1) setTimeout(slowAnswer, 20)
    })
    const { endpointId } = await insertTestEndpoint(database.pool, merchant, slow.url)
    await insertTestEndpoint(database.pool, merchant, fast.url)
    for (let count = 0; count < 12; count++) await insertEvent()
    // Keeps the first slow, although it answers in time.
    await database.pool.query(`UPDATE webhook_endpoints SET slow_until = 'infinity' WHERE id = $1`, [endpointId])
    await database.pool.query(
      `CREATE FUNCTION stay_slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.slow_until := 'infinity'; RETURN NEW; END $$`
    )
    await database.pool.query(
      `CREATE TRIGGER stay_slow BEFORE UPDATE ON webhook_endpoints FOR EACH ROW WHEN (OLD.slow_until = 'infinity') EXECUTE FUNCTION stay_slow()`
    )
    const delivering = deliver()
    await until(
      async () => fast.requests.length,
      (count) => count === 12
    )
    expect(slow.requests).toHaveLength(1)
    slowAnswer()
    await delivering
    expect([slow.requests.length, fast.requests.length]).toEqual([12, 12])
    expect(slow.mostAtOnce()).toBe(1)
    expect(fast.mostAtOnce()).toBe(4)
  })

  it('lets an endpoint that hangs hold up no healthy one, not even events that are written meanwhile', async () => {
    const [hanging, healthy] = [await receive(() => {}), await receive()]
    const other = await insertTestMerchant(database.pool)
    await insertTestEndpoint(database.pool, merchant, hanging.url)
    await insertTestEndpoint(database.pool, other, healthy.url)
    for (let count = 0; count < 40; count++) await insertEvent()
    const stop = new AbortController()
    const delivering = deliverDue(dependencies(), { signal: stop.signal, limit: 8 })
    await until(
      async () => hanging.requests.length,
      (count) => count === 4
    )
    for (let count = 0; count < 20; count++) await insertEvent(other)
    await until(
      async () => healthy.requests.length,
      (count) => count === 20
    )
    expect(hanging.requests).toHaveLength(4)
    stop.abort()
    await hanging.close()
    receivers.splice(receivers.indexOf(hanging), 1)
    expect(await delivering).toBe(24)
  })

  it('has few large bodies in memory at once: the others wait, and that is no attempt of theirs', async () => {
    const receiver = await receive(answerOnceOpen(4))
    for (let count = 0; count < 10; count++) await insertTestEndpoint(database.pool, merchant, receiver.url)
    const eventId = await insertEvent()
    await database.pool.query('UPDATE batches SET item_count = 2000')
    const countDelivered = async () =>
      (await database.pool.query("SELECT FROM deliveries WHERE event_id = $1 AND status = 'delivered'", [eventId])).rowCount!
    expect(await deliver()).toBe(4)
    expect(await countDelivered()).toBe(4)
    const { rows: waiting } = await database.pool.query(
      "SELECT DISTINCT attempts, last_error, last_status_code, next_attempt_at > arus_now() AS waits FROM deliveries WHERE status = 'pending'"
    )
    expect(waiting).toEqual([{ attempts: 0, last_error: '', last_status_code: null, waits: true }])

    for (let count = 0; count < 2; count++) {
      await passTime(3_000)
      await deliver()
    }
    expect(await countDelivered()).toBe(10)
    expect(receiver.mostAtOnce()).toBe(4)
    expect(receiver.requests.map(({ body }) => JSON.parse(body).retry_count)).toEqual(Array(10).fill(0))
  })

  it('writes many results in one commit, and each alone where one of them can not be written', async () => {
    let answer = answerOnceOpen(5)
    const receiver = await receive((response) => answer(response))
    const { endpointId } = await insertTestEndpoint(database.pool, merchant, receiver.url)
    for (let count = 0; count < 4; count++) await insertTestEndpoint(database.pool, merchant, receiver.url)
    const eventId = await insertEvent()
    await database.pool.query(`
      CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not this one'; END $$`)
    await database.pool.query(`
      CREATE TRIGGER refuse_one BEFORE UPDATE ON deliveries FOR EACH ROW
      WHEN (NEW.endpoint_id = '${endpointId}' AND NEW.status = 'delivered') EXECUTE FUNCTION refuse_one()`)
    expect(await deliver()).toBe(5)
    expect(errors.splice(0)).toEqual([expect.objectContaining({ message: 'not this one' })])
    const { rows } = await database.pool.query('SELECT endpoint_id FROM deliveries WHERE event_id = $1 AND status = $2', [
      eventId,
      'pending'
    ])
    expect(rows).toEqual([{ endpoint_id: endpointId }])

    await database.pool.query('DROP TRIGGER refuse_one ON deliveries')
    await database.pool.query("UPDATE deliveries SET status = 'pending', next_attempt_at = arus_now()")
    const before = await database.pool.query('SELECT xmin::text FROM deliveries')
    answer = answerOnceOpen(5)
    await deliver()
    const after = await database.pool.query<{ xmin: string }>("SELECT xmin::text FROM deliveries WHERE status = 'delivered'")
    expect(before.rows).toHaveLength(5)
    expect(after.rows).toHaveLength(5)
    expect(new Set(after.rows.map(({ xmin }) => xmin)).size).toBeLessThan(5)
  })

  it('sends each delivery once, with several deliverers side by side', async () => {
    const receiver = await receive((response) => setTimeout(() => response.end(), 5))
    for (let count = 0; count < 3; count++) await insertTestEndpoint(database.pool, merchant, receiver.url)
    for (let count = 0; count < 30; count++) await insertEvent()
    const counts = await Promise.all([deliver(), deliver(), deliver()])
    expect(counts.reduce((sum, count) => sum + count)).toBe(90)
    expect(receiver.requests).toHaveLength(90)
    const { rows } = await database.pool.query('SELECT DISTINCT status, attempts FROM deliveries')
    expect(rows).toEqual([{ status: 'delivered', attempts: 1 }])
  })

  it('takes over what a crashed worker had claimed when the lease is over, and counts its attempt', async () => {
    const receiver = await receive()
    await insertTestEndpoint(database.pool, merchant, receiver.url)
    const eventId = await insertEvent()
    const claim = { isSlow: false, limit: 10, limitPerEndpoint: 10, inFlight: new Map<string, number>() }
    const [abandoned] = await claimDeliveries(database.pool, claim)
    expect(await deliver()).toBe(0)
    await passTime(91_000)
    expect(await deliver()).toBe(1)
    expect(JSON.parse(receiver.requests[0]!.body).retry_count).toBe(1)

    // The worker was only slow: what it has to say comes too late.
    await deliverOne(
      {
        ...dependencies(),
        sender: { ...sender, send: async () => ({ statusCode: 500, error: 'answered 500', timedOut: false }) }
      },
      abandoned!
    )
    expect(await readDelivery(eventId)).toMatchObject({ status: 'delivered', last_status_code: 200, last_error: '' })
  })

  it('does not take a resent event for delivered because an attempt from before succeeds', async () => {
    let release = () => {}
    const receiver = await receive((response) => {
      release = () => response.end()
      if (receiver.requests.length > 1) release()
    })
    await insertTestEndpoint(database.pool, merchant, receiver.url)
    const eventId = await insertEvent()
    const stop = new AbortController()
    const delivering = deliver(stop.signal)
    await until(
      async () => receiver.requests.length,
      (count) => count === 1
    )
    stop.abort()
    await resendEvent(database.pool, merchant, eventId)
    release()
    await delivering
    expect(await readDelivery(eventId)).toMatchObject({ status: 'pending' })
    expect(await deliver()).toBe(1)
    expect(receiver.requests).toHaveLength(2)
  })

  it('finishes what is in flight when told to stop, and claims nothing new', async () => {
    let answer = () => {}
    const isTold = new Promise<void>((resolve) => {
      answer = resolve
    })
    const receiver = await receive((response) => void isTold.then(() => response.end()))
    await insertTestEndpoint(database.pool, merchant, receiver.url)
    for (let count = 0; count < 10; count++) await insertEvent()
    const stop = new AbortController()
    const delivering = deliver(stop.signal)
    await until(
      async () => receiver.requests.length,
      (count) => count > 0
    )
    stop.abort()
    answer()
    const attempted = await delivering
    expect(attempted).toBeLessThanOrEqual(4)
    const { rows } = await database.pool.query(
      `SELECT count(*)::integer AS count, status, next_attempt_at > arus_now() AS is_leased FROM deliveries GROUP BY 2, 3 ORDER BY 2`
    )
    expect(rows).toEqual([
      { count: attempted, status: 'delivered', is_leased: null },
      { count: 10 - attempted, status: 'pending', is_leased: false }
    ])
    const stopped = new AbortController()
    stopped.abort()
    expect(await deliver(stopped.signal)).toBe(0)
  })

  it('gives up what waits for an endpoint that is deleted, and says why', async () => {
    const receiver = await receive()
    const { endpointId } = await insertTestEndpoint(database.pool, merchant, receiver.url)
    const [before, during] = [await insertEvent(), await insertEvent()]
    await deleteEndpoint(database.pool, { ...merchant, actor: 'test' }, endpointId)
    // As if the second event had been written by a transaction that still saw the endpoint.
    await database.pool.query(
      `UPDATE deliveries SET status = 'pending', next_attempt_at = arus_now(), last_error = '' WHERE event_id = $1`,
      [during]
    )
    await deliver()
    for (const eventId of [before, during]) {
      expect(await readDelivery(eventId)).toMatchObject({
        status: 'given_up',
        last_error: 'the endpoint was deleted',
        wait_minutes: null
      })
    }
    expect(receiver.requests).toEqual([])
  })

  it('says that no API key signs, and delivers once one does', async () => {
    const receiver = await receive()
    const unsigned = await insertTestMerchant(database.pool, { isSigning: false })
    await insertTestEndpoint(database.pool, unsigned, receiver.url)
    const eventId = await insertEvent(unsigned)
    await deliver()
    expect(await readDelivery(eventId)).toMatchObject({
      status: 'pending',
      last_status_code: null,
      last_error: 'the merchant has no API key of this mode that signs'
    })
    expect(receiver.requests).toEqual([])
    await database.pool.query('UPDATE api_keys SET is_signing = true')
    await passTime(3 * 60_000)
    expect(await deliver()).toBe(1)
    expect(receiver.requests).toHaveLength(1)
  })

  it('does not connect to an endpoint whose name has come to mean a private address', async () => {
    const receiver = await receive()
    const guarded = createWebhookSender({ guard: createAddressGuard({ allowedCidrs: [], resolve: async () => ['127.0.0.1'] }) })
    await insertTestEndpoint(database.pool, merchant, receiver.url.replace('127.0.0.1', 'shop.example'))
    const eventId = await insertEvent()
    await deliverDue({ ...dependencies(), sender: guarded }, { signal: new AbortController().signal, limit: 16 })
    await guarded.close()
    expect(await readDelivery(eventId)).toMatchObject({ status: 'pending', last_error: 'the host is not at a public address' })
    expect(receiver.requests).toEqual([])
  })

  it('tries again what could not be prepared, and tells the operator', async () => {
    const receiver = await receive()
    await insertTestEndpoint(database.pool, merchant, receiver.url)
    const eventId = await insertEvent()
    await deliverDue({ ...dependencies(), masterKey: Buffer.alloc(32, 8) }, { signal: new AbortController().signal, limit: 16 })
    expect(await readDelivery(eventId)).toMatchObject({
      status: 'pending',
      attempts: 1,
      last_error: 'the webhook could not be prepared',
      wait_minutes: 2
    })
    expect(errors.splice(0)).toHaveLength(1)
  })

  it('gives each endpoint its turn, however much waits for another', async () => {
    const receiver = await receive()
    const big = await insertTestEndpoint(database.pool, merchant, receiver.url)
    await insertEvent()
    await database.pool.query(
      `INSERT INTO events (merchant_id, id, is_live, type, batch_id, detail)
       SELECT merchant_id, 'evt_' || n, is_live, 'disbursement.item_corrected', batch_id, '{}' FROM events, generate_series(1, 5000) AS n`
    )
    await database.pool.query(
      `INSERT INTO deliveries (merchant_id, event_id, endpoint_id, next_attempt_at)
       SELECT merchant_id, id, $1, arus_now() - interval '1 hour' FROM events ON CONFLICT DO NOTHING`,
      [big.endpointId]
    )
    const others = await Promise.all(Array.from({ length: 3 }, () => insertTestMerchant(database.pool)))
    for (const other of others) {
      await insertTestEndpoint(database.pool, other, receiver.url)
      await insertEvent(other)
    }
    const claimed = await claimDeliveries(database.pool, { isSlow: false, limit: 16, limitPerEndpoint: 4, inFlight: new Map() })
    expect(claimed.filter(({ endpointId }) => endpointId === big.endpointId)).toHaveLength(4)
    expect(claimed).toHaveLength(7)
    const more = await claimDeliveries(database.pool, {
      isSlow: false,
      limit: 16,
      limitPerEndpoint: 4,
      inFlight: new Map([[big.endpointId, 3]])
    })
    expect(more.map(({ endpointId }) => endpointId)).toEqual([big.endpointId])
  })
})
