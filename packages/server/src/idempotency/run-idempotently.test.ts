import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiError } from '../errors/api-error.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { makeDeferred } from '../testing/make-deferred.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { deleteExpiredAnswers } from './delete-expired-answers.js'
import { type IdempotentRequest, runIdempotently } from './run-idempotently.js'

const DAY_MS = 24 * 60 * 60 * 1000
let database: TestDatabase
let merchantId: string
let runs = 0
beforeAll(async () => {
  database = await createTestDatabase()
  merchantId = (await createMerchant(database.pool, { name: 'Warung' })).id
})
afterAll(() => database.drop())

function request(changes: Partial<IdempotentRequest> = {}): IdempotentRequest {
  return { merchantId, isLive: false, key: randomUUID(), fingerprint: Buffer.from('one'), ...changes }
}
const answerOnce = async () => ({ statusCode: 200, body: { run: ++runs } })

describe('runIdempotently', () => {
  it('gives the first answer again to the same request', async () => {
    const same = request()
    const first = await runIdempotently(database.pool, same, answerOnce)
    const second = await runIdempotently(database.pool, same, answerOnce)
    expect(first).toMatchObject({ statusCode: 200, isReplay: false })
    expect(second).toEqual({ ...first, isReplay: true })
  })

  it('refuses another request under the same key', async () => {
    const { key } = request()
    await runIdempotently(database.pool, request({ key }), answerOnce)
    await expect(
      runIdempotently(database.pool, request({ key, fingerprint: Buffer.from('other') }), answerOnce)
    ).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED'
    })
  })

  it('keeps the keys of each merchant and mode apart', async () => {
    const { key } = request()
    const other = await createMerchant(database.pool, { name: 'Other' })
    const answers = [
      await runIdempotently(database.pool, request({ key }), answerOnce),
      await runIdempotently(database.pool, request({ key, isLive: true }), answerOnce),
      await runIdempotently(database.pool, request({ key, merchantId: other.id }), answerOnce)
    ]
    expect(answers.map((answer) => answer.isReplay)).toEqual([false, false, false])
  })

  it('works once for fifty requests at once: the others are told to come again, or get its answer', async () => {
    const same = request()
    let worked = 0
    const firstRefusal = makeDeferred<void>()
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () =>
        runIdempotently(database.pool, same, async () => {
          worked++
          await firstRefusal.promise
          return answerOnce()
        }).catch((error: ApiError) => {
          firstRefusal.resolve()
          return error
        })
      )
    )
    expect(worked).toBe(1)
    const answers = outcomes.flatMap((outcome) => (outcome instanceof ApiError ? [] : [outcome]))
    const refusals = outcomes.filter((outcome) => outcome instanceof ApiError)
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect(refusals.length).toBeGreaterThan(0)
    for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'REQUEST_ALREADY_SUBMITTED', retryAfterSeconds: 1 })
  })

  it('does not use up a key when the work refuses, and undoes what the work had written', async () => {
    const same = request()
    await expect(
      runIdempotently(database.pool, same, async (connection) => {
        await connection.query("INSERT INTO merchants (id, name) VALUES ('mer_undone', '')")
        throw new ApiError('INSUFFICIENT_BALANCE')
      })
    ).rejects.toMatchObject({ code: 'INSUFFICIENT_BALANCE' })
    expect((await database.pool.query("SELECT FROM merchants WHERE id = 'mer_undone'")).rowCount).toBe(0)
    const other = { ...same, fingerprint: Buffer.from('put right') }
    expect(await runIdempotently(database.pool, other, answerOnce)).toMatchObject({ isReplay: false })
  })

  it('stores no answer that is not a success', async () => {
    const same = request()
    await runIdempotently(database.pool, same, async () => ({ statusCode: 503, body: {} }))
    expect(await runIdempotently(database.pool, same, answerOnce)).toMatchObject({ statusCode: 200, isReplay: false })
  })

  it('just works for a request without a key', async () => {
    const keyless = request({ key: undefined })
    const first = await runIdempotently(database.pool, keyless, answerOnce)
    expect((await runIdempotently(database.pool, keyless, answerOnce)).body).not.toBe(first.body)
  })

  it('forgets answers after thirty days', async () => {
    const same = request()
    await runIdempotently(database.pool, same, answerOnce)
    await setClockShift(database.pool, 30 * DAY_MS - 60_000)
    expect(await runIdempotently(database.pool, same, answerOnce)).toMatchObject({ isReplay: true })
    await setClockShift(database.pool, 30 * DAY_MS + 60_000)
    const other = { ...same, fingerprint: Buffer.from('other') }
    expect(await runIdempotently(database.pool, other, answerOnce)).toMatchObject({ isReplay: false })

    expect(await deleteExpiredAnswers(database.pool, 2)).toBe(2)
    while ((await deleteExpiredAnswers(database.pool, 100)) > 0);
    expect(await runIdempotently(database.pool, other, answerOnce)).toMatchObject({ isReplay: true })
    await setClockShift(database.pool, 0)
  })
})
