import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findWebhookFaults } from '../../../packages/server/src/testing/find-answer-faults.js'
import { type Receiver, startReceiver } from '../../../packages/server/src/testing/start-receiver.js'
import { startTestServer, type TestMerchant, type TestServer } from '../../../packages/server/src/testing/start-test-server.js'
import { until } from '../../../packages/server/src/testing/until.js'
import { approveExample, READINGS, submitExample } from './curl-examples.js'
import { readExample } from './read-example.js'
import { readCurlLine, WAYS } from './run-curl-line.js'
import { splitShellWords } from './split-shell-words.js'

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of an answer by reading it
type Answer = any

let server: TestServer
let receiver: Receiver
let merchant: TestMerchant
beforeAll(async () => {
  server = await startTestServer({ runsWorker: true, env: { ARUS_WEBHOOK_ALLOW: '127.0.0.0/8' } })
  receiver = await startReceiver()
  merchant = await server.makeMerchant()
  await merchant.call('POST', '/v1/webhook_endpoints', { body: { url: receiver.url } })
})
afterAll(async () => {
  await server.stop()
  await receiver.close()
})

const target = () => ({ url: server.url, secretKey: merchant.secretKey })
const untilStatus = async (id: string, status: string) =>
  until(
    async () => (await merchant.call('GET', `/v1/disbursements/${id}`)).body.data,
    (batch) => batch.status === status
  )

describe.each(WAYS)("the guide's curl lines, sent by $name", ({ send }) => {
  it.each(READINGS)('submit a batch with $name', async (reading) => {
    const key = randomUUID()
    const { data }: Answer = await send(submitExample(target(), reading, key))
    expect(data).toMatchObject({ idempotency_key: key, name: 'sample disbursement', total_amount: '20000.00' })
    expect(data).toMatchObject({ description: 'this is a sample disbursement', total_disbursements: 2 })

    // The guide's answer has these fields, of these types, and a brace too many.
    const { data: sample }: Answer = JSON.parse(readExample('submit-answer.txt').replace('{', ''))
    for (const [name, value] of Object.entries(sample)) expect([name, typeof data[name]]).toEqual([name, typeof value])
    expect(data.id).toMatch(/^dis_[A-Za-z0-9]{14}$/)
    expect(sample.id).toMatch(/^dis_[A-Za-z0-9]{14}$/)
  })

  it.each(READINGS)('approve a batch with $name', async (reading) => {
    const item = { account_owner_name: 'Jane Doe', bank_code: 'bca', amount: '10000', account_number: '8422646' }
    const body = { name: 'sample disbursement', description: 'this is a sample disbursement', items: [item] }
    const { id } = (await merchant.call('POST', '/v1/disbursements/submit', { body })).body.data
    await untilStatus(id, 'need_approval')

    const answer: Answer = await send(approveExample(target(), reading, id))
    const sample = JSON.parse(readExample('approve-answer.txt'))
    expect(answer).toMatchObject({ data: { ...sample.data, id } })
    await untilStatus(id, 'success')
  })

  it('pay the valid one of the two items, and have both webhooks sent', async () => {
    const line = submitExample(target(), READINGS[1]!, randomUUID())
    const { data }: Answer = await send(line)
    expect(await untilStatus(data.id, 'partially_success')).toMatchObject({ item_counts: { done: 1, invalid: 1 } })
    const { disbursement_batch_items: items } = (await merchant.call('GET', `/v1/disbursements/${data.id}/items`)).body.data
    const sent = JSON.parse(readCurlLine(line).body!).items
    expect(items).toMatchObject([
      { ...sent[0], amount: '10000.00', status: 'invalid', real_name: '' },
      { ...sent[1], amount: '10000.00', status: 'done', real_name: 'JACK' }
    ])
    const events = await until(
      async () => receiver.requests.map(({ body }) => JSON.parse(body)).filter((event) => event.data.id === data.id),
      ({ length }) => length === 2
    )
    expect(events.flatMap(findWebhookFaults)).toEqual([])
    expect(events.map(({ event }) => event).sort()).toEqual(['disbursement.completed', 'disbursement.validation_completed'])
  })

  it('are refused without a key that this server knows', async () => {
    const unknown = { url: server.url, secretKey: `dp_test_${'x'.repeat(40)}` }
    for (const reading of READINGS) {
      const answer: Answer = await send(submitExample(unknown, reading, randomUUID()))
      expect([reading.name, answer.error_code]).toEqual([reading.name, 'DPAY_UNAUTHORIZED_ACCESS'])
    }
  })
})

describe('splitShellWords', () => {
  it('splits as the shell does', () => {
    expect(splitShellWords('curl -H "a: b" \\\n-d \'{\n"c": 1\n}\' \\\'x y\\ z "q"\'r\'s \\\n')).toEqual([
      'curl',
      '-H',
      'a: b',
      '-d',
      '{\n"c": 1\n}',
      "'x",
      'y z',
      'qrs'
    ])
  })
})

describe('readCurlLine', () => {
  it('reads the options that the guide uses, and refuses others', () => {
    expect(readCurlLine("curl -X POST http://a/b -u 'k:' -H 'X-A: b:c' -d '{\n}'")).toEqual({
      method: 'POST',
      url: 'http://a/b',
      headers: { Authorization: 'Basic azo=', 'X-A': 'b:c' },
      body: '{}'
    })
    expect(() => readCurlLine('curl -k yes http://a')).toThrow('-k')
    expect(() => readCurlLine('wget http://a')).toThrow('wget')
  })
})
