import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../packages/server/src/testing/index.js'
import { createPostgresReplayStore, forgetHandledDeliveries, REPLAY_TABLE_SQL } from './postgres-replay-store.js'

describe('the replay store in PostgreSQL', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase()
    await database.pool.query(REPLAY_TABLE_SQL)
  })
  afterAll(() => database.drop())

  const makeStore = (leaseMs?: number) => createPostgresReplayStore(database.pool, leaseMs === undefined ? {} : { leaseMs })

  async function claim(store: ReturnType<typeof makeStore>, id: string): Promise<string> {
    const claim = await store.begin(id)
    if (claim.state !== 'new') throw new Error(`${id} is ${claim.state}`)
    return claim.token
  }

  it('gives one of many processes the delivery', async () => {
    const claims = await Promise.all(Array.from({ length: 20 }, () => makeStore().begin('many')))
    expect(claims.filter(({ state }) => state === 'new')).toHaveLength(1)
    expect(claims.filter(({ state }) => state === 'in_progress')).toHaveLength(19)
  })

  it('knows what another process handled', async () => {
    await claim(makeStore(), 'shared')
    await makeStore().complete('shared')
    expect(await makeStore().begin('shared')).toEqual({ state: 'handled' })
  })

  it('lets a failed one be tried again at once', async () => {
    const store = makeStore()
    await store.abandon('failed', await claim(store, 'failed'))
    expect(await store.begin('failed')).toMatchObject({ state: 'new' })
  })

  it('lets another take over when the lease has run out, and only then', async () => {
    expect(await makeStore(0).begin('left over')).toMatchObject({ state: 'new' })
    const late = await claim(makeStore(0), 'left over')
    const second = await claim(makeStore(), 'left over')
    expect(await makeStore().begin('left over')).toEqual({ state: 'in_progress' })
    // The late one's failure is not the second's.
    await makeStore().abandon('left over', late)
    expect(await makeStore().begin('left over')).toEqual({ state: 'in_progress' })
    // Its success counts all the same, and no failure takes it back.
    await makeStore().complete('left over')
    await makeStore().abandon('left over', second)
    expect(await makeStore().begin('left over')).toEqual({ state: 'handled' })
  })

  it('records a success whose claim is gone', async () => {
    await makeStore().complete('gone')
    expect(await makeStore().begin('gone')).toEqual({ state: 'handled' })
  })

  it('forgets what was handled long ago, and nothing else', async () => {
    await claim(makeStore(), 'open')
    for (const id of ['old', 'recent']) await makeStore().complete(id)
    await database.pool.query(`UPDATE dana_deliveries SET handled_at = handled_at - interval '31 days' WHERE id = 'old'`)
    await forgetHandledDeliveries(database.pool)
    expect(await makeStore().begin('old')).toMatchObject({ state: 'new' })
    expect(await makeStore().begin('recent')).toEqual({ state: 'handled' })
    expect(await makeStore().begin('open')).toEqual({ state: 'in_progress' })
  })
})
