// An ES module that pays a batch and takes its webhook. What it finds goes to standard output as JSON.
import { createRequire } from 'node:module'

const environmentReads = []
process.env = new Proxy(process.env, {
  get: (environment, name) => {
    environmentReads.push(name)
    return environment[name]
  }
})
const globalsBefore = Object.getOwnPropertyNames(globalThis).length
const durianpay = await import('@arus/durianpay')
const addedGlobals = Object.getOwnPropertyNames(globalThis).length - globalsBefore
// Node itself looks these up whenever a module is loaded.
const ownReads = environmentReads.filter((name) => !/^(NODE|WATCH)_/.test(String(name)))

const { Durianpay, ForbiddenError, generateTestWebhook, isDurianpayError, verifyWebhook } = durianpay
const options = { apiKey: 'dp_test_consumer', baseUrl: process.argv[2] }
const client = new Durianpay(options)

const batch = await client.disbursements.submit({ items: [] }, { idempotencyKey: 'consumer-esm' })
const statuses = []
for await (const item of client.disbursements.items(batch.id)) statuses.push(item.status)

const { body } = generateTestWebhook({ event: 'disbursement.completed', apiKey: options.apiKey, data: { id: batch.id } })
const verified = verifyWebhook(body, { apiKeys: [options.apiKey] }).event
const received = await client.webhooks.receive(body)

// The CommonJS copy of the package beside this one, as when a dependency requires it.
const copy = createRequire(import.meta.url)('@arus/durianpay')
const error = await new copy.Durianpay(options).disbursements.approve('dis_refused').catch((reason) => reason)

const deepImport = await import('@arus/durianpay/dist/errors.js').catch((reason) => reason.code)

console.log(
  JSON.stringify({
    exports: Object.keys(durianpay).sort(),
    ownReads,
    addedGlobals,
    batch: batch.id,
    statuses,
    verified,
    received: received.disbursement.status,
    twoCopies: copy.Durianpay !== Durianpay,
    caught: error instanceof ForbiddenError && isDurianpayError(error),
    errorCode: error.errorCode,
    deepImport
  })
)
