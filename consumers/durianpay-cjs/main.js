// A CommonJS module that pays a batch and takes its webhook. What it finds goes to standard output as JSON.
const { Durianpay, ForbiddenError, generateTestWebhook, isDurianpayError, verifyWebhook } = require('@arus/durianpay')

async function main() {
  const options = { apiKey: 'dp_test_consumer', baseUrl: process.argv[2] }
  const client = new Durianpay(options)
  const batch = await client.disbursements.submit({ items: [] }, { idempotencyKey: 'consumer-cjs' })
  const statuses = []
  for await (const item of client.disbursements.items(batch.id)) statuses.push(item.status)
  const { body } = generateTestWebhook({ event: 'disbursement.completed', apiKey: options.apiKey, data: { id: batch.id } })
  const verified = verifyWebhook(body, { apiKeys: [options.apiKey] }).event
  const received = await client.webhooks.receive(body)
  // The ES module copy of the package beside this one.
  const copy = await import('@arus/durianpay')
  const error = await new copy.Durianpay(options).disbursements.approve('dis_refused').catch((reason) => reason)
  console.log(
    JSON.stringify({
      exports: Object.keys(require('@arus/durianpay')).sort(),
      batch: batch.id,
      statuses,
      verified,
      received: received.disbursement.status,
      twoCopies: copy.Durianpay !== Durianpay,
      caught: error instanceof ForbiddenError && isDurianpayError(error),
      errorCode: error.errorCode
    })
  )
}

main()
