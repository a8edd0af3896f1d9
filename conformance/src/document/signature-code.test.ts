import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Receiver, startReceiver } from '../../../packages/server/src/testing/start-receiver.js'
import { startTestServer, type TestMerchant, type TestServer } from '../../../packages/server/src/testing/start-test-server.js'
import { until } from '../../../packages/server/src/testing/until.js'
import { readExample, replaceParts } from './read-example.js'

const run = promisify(execFile)

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

/** Runs the guide's code as it stands, with only the key and the message put in, and reads what it prints. */
async function signAsTheGuideDoes(example: string, placeholder: string, message: string): Promise<string> {
  const code = replaceParts(readExample(example), [
    ['your_api_key', merchant.secretKey],
    [placeholder, message]
  ])
  const { stdout } = await run(process.execPath, ['--input-type=commonjs', '--eval', code])
  return /^hmac : ([0-9a-f]{64})\n$/.exec(stdout)![1]!
}

async function receive(event: string, isWanted: (data: Record<string, string>) => boolean): Promise<Record<string, string>> {
  const find = async () =>
    receiver.requests.map(({ body }) => JSON.parse(body)).find((body) => body.event === event && isWanted(body.data))
  return (await until(find, (found) => found !== undefined)).data
}

describe("the guide's JavaScript", () => {
  it('makes the signatures of a batch, in its webhooks and in every answer about its status', async () => {
    const item = { account_owner_name: 'Jane Doe', bank_code: 'bca', amount: '10000.5', account_number: '8422646' }
    const body = { items: [item, { ...item, account_number: '8422647' }] }
    const submitted = await merchant.call('POST', '/v1/disbursements/submit?force_disburse=true', { body })
    const { id, total_amount: amount } = submitted.body.data
    expect(amount).toBe('20001.00')

    const completed = await receive('disbursement.completed', (data) => data.id === id)
    const validated = await receive('disbursement.validation_completed', (data) => data.id === id)
    const signature = await signAsTheGuideDoes('disbursement-signature.txt', 'disbursement_id|amount', `${id}|${amount}`)
    expect([completed.total_amount, completed.signature]).toEqual([amount, signature])
    expect([validated.amount, validated.signature]).toEqual([amount, signature])

    const ask = { body: { disbursement_batch_id: id } }
    for (const answer of [
      await merchant.call('GET', `/v1/disbursements/${id}/status`),
      await merchant.call('GET', `/v1/disbursements/${id}`),
      await merchant.call('POST', '/v1/disbursements/status', ask)
    ]) {
      expect(answer.body.data).toMatchObject({ status: 'partially_success', signature })
    }
  })

  it.each([
    ['8888106', 'valid'],
    ['8888105', 'invalid']
  ])("makes the signature of account %s's webhook, which says that it is %s", async (accountNumber, status) => {
    const body = { account_number: accountNumber, bank_code: 'bca' }
    await merchant.call('POST', '/v1/disbursements/validate', { body })
    const data = await receive('account_validation.completed', ({ account_number }) => account_number === accountNumber)
    expect(data).toMatchObject({ ...body, status })
    const message = `${accountNumber}|bca|${status}`
    expect(data.signature).toBe(
      await signAsTheGuideDoes('account-validation-signature.txt', 'accountNumber|bankCode|status', message)
    )
  })
})
