// TypeScript that becomes CommonJS, and runs: the types must be those of the copy that is required.
import { type Disbursement, Durianpay, NotFoundError } from '@arus/durianpay'

async function main(baseUrl: string): Promise<void> {
  const client = new Durianpay({ apiKey: 'dp_test_consumer', baseUrl })
  const batch = await client.disbursements.submit({ items: [] }, { idempotencyKey: 'consumer-types-cjs' })
  const refused = await client.disbursements.approve('dis_refused').catch((error: unknown) => error)
  const known: Disbursement[] = (await client.disbursements.list().page()).items
  console.log(JSON.stringify({ batch: batch.id, isNotFound: refused instanceof NotFoundError, known: known.length }))
}

main(process.argv[2] ?? '')
