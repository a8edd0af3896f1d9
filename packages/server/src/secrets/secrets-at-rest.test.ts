import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Receiver, startReceiver } from '../testing/start-receiver.js'
import { startTestServer, type TestServer } from '../testing/start-test-server.js'
import { until } from '../testing/until.js'
import { findSigningKey } from '../webhooks/find-signing-key.js'
import { rotateEndpointSecret } from '../webhooks/rotate-endpoint-secret.js'
import { openSecret } from './open-secret.js'

let server: TestServer
let receiver: Receiver
beforeAll(async () => {
  server = await startTestServer({ runsWorker: true, env: { ARUS_WEBHOOK_ALLOW: '127.0.0.0/8' } })
  receiver = await startReceiver()
})
afterAll(async () => {
  await server.stop()
  await receiver.close()
})

/** Everything that a dump of the database holds, as text; bytes in hexadecimal. */
async function dumpDatabase(): Promise<{ table: string; rows: string }[]> {
  const { rows: tables } = await server.pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`
  )
  const dump = []
  for (const { name } of tables) {
    const { rows } = await server.pool.query<{ text: string }>(`SELECT row_to_json(entry)::text AS text FROM ${name} AS entry`)
    dump.push({ table: name, rows: rows.map(({ text }) => text).join('\n') })
  }
  return dump
}

/** The tables in which a secret can be read: as it is, without its kind, in part, or encoded. */
async function findTablesWith(secret: string): Promise<string[]> {
  const bare = secret.replace(/^(dp_test_|dp_live_|whsec_)/, '')
  const shapes = [
    secret,
    bare,
    bare.slice(0, 12),
    bare.slice(-12),
    Buffer.from(secret).toString('hex'),
    Buffer.from(bare).toString('hex'),
    Buffer.from(bare, 'base64').toString('hex'),
    Buffer.from(secret).toString('base64').slice(0, 24),
    Buffer.from(`${secret}:`).toString('base64').slice(0, 24)
  ]
  return (await dumpDatabase()).filter(({ rows }) => shapes.some((shape) => rows.includes(shape))).map(({ table }) => table)
}

/** A merchant that has used all of its secrets: signed in, was told by webhooks, rotated, was refused. */
async function useSecrets(): Promise<{ merchantId: string; secretKey: string; secrets: string[] }> {
  const { merchantId, secretKey, call } = await server.makeMerchant()
  const made = (await call('POST', '/v1/webhook_endpoints', { body: { url: receiver.url } })).body.data
  const rotated = (await call('POST', `/v1/webhook_endpoints/${made.id}/rotate`)).body.data
  const items = [{ account_owner_name: 'Siti', bank_code: 'bca', amount: '10000', account_number: '8422640' }]
  const headers = { 'X-Idempotency-Key': `r-${merchantId}` }
  const query = 'force_disburse=true&skip_validation=true'
  await call('POST', `/v1/disbursements/submit?${query}`, { body: { items }, headers })
  await call('POST', '/v1/disbursements/submit', { body: { items: [] } })
  await until(
    async () => receiver.requests.map(({ body }) => body),
    (bodies) => bodies.some((body) => body.includes('disbursement.completed'))
  )
  return { merchantId, secretKey, secrets: [secretKey, made.secret, rotated.secret] }
}

describe('a dump of the whole database', () => {
  it('holds no API key and no webhook secret in clear, after all of them were used', async () => {
    const { secrets } = await useSecrets()
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(30)
      expect(await findTablesWith(secret)).toEqual([])
    }
    await server.pool.query(`UPDATE merchants SET name = $1`, [`left behind: ${secrets[1]}`])
    expect(await findTablesWith(secrets[1]!)).toEqual(['public.merchants'])
  })

  it('holds no master key, and nothing that tells two master keys apart but their names', async () => {
    const { masterKey } = server.context
    const hex = (masterKey as Buffer).toString('hex')
    const base64 = (masterKey as Buffer).toString('base64')
    for (const { table, rows } of await dumpDatabase()) {
      expect([table, rows.includes(hex), rows.includes(base64)]).toEqual([table, false, false])
    }
  })
})

describe('a sealed secret', () => {
  it('does not open in the row of another merchant, or in another row of the same', async () => {
    const { pool } = server
    const masterKey = server.context.masterKey
    const [victim, thief] = [await server.makeMerchant(), await server.makeMerchant()]
    await pool.query(`UPDATE api_keys SET sealed_key = (SELECT sealed_key FROM api_keys WHERE id = $1) WHERE id = $2`, [
      victim.apiKeyId,
      thief.apiKeyId
    ])
    await expect(findSigningKey(pool, masterKey, { merchantId: thief.merchantId, isLive: false })).rejects.toThrow(
      'for another row'
    )

    const [first, second] = await Promise.all(
      [1, 2].map(async () => (await victim.call('POST', '/v1/webhook_endpoints', { body: { url: receiver.url } })).body.data)
    )
    await rotateEndpointSecret({ pool, masterKey }, { merchantId: victim.merchantId, isLive: false, actor: 'test' }, first.id)
    const { rows } = await pool.query<{ current: Buffer; previous: Buffer }>(
      'SELECT sealed_secret AS current, sealed_previous_secret AS previous FROM webhook_endpoints WHERE id = $1',
      [first.id]
    )
    const owner = { table: 'webhook_endpoints', merchantId: victim.merchantId, id: first.id } as const
    expect(openSecret(masterKey, rows[0]!.previous, owner)).toBe(first.secret)
    for (const sealed of [rows[0]!.current, rows[0]!.previous])
      expect(() => openSecret(masterKey, sealed, { ...owner, id: second.id })).toThrow('for another row')
  })
})
