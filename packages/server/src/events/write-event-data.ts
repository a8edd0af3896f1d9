import type { Queryable } from '../database/create-pool.js'
import { signEvent } from '../webhooks/sign-event.js'
import { describeEvent } from './describe-event.js'
import type { EventRecord } from './event-record.js'
import { readEventItems } from './read-event-items.js'

/**
 * Writes an event's `data`, signature and lists of items included, as pieces of JSON text. One call of JSON.stringify
 * for 50,000 items would hold up everybody else for a tenth of a second.
 *
 * @param secretKey the API key that signs
 */
export async function* writeEventData(database: Queryable, event: EventRecord, secretKey: string): AsyncGenerator<string> {
  const { fields, signedParts, itemLists } = describeEvent(event)
  yield JSON.stringify({ ...fields, signature: signEvent(secretKey, signedParts) }).slice(0, -1)
  if ('batchId' in event && event.batchId !== null) {
    for (const list of itemLists) {
      yield `,${JSON.stringify(list.name)}:[`
      let separator = ''
      for await (const items of readEventItems(database, event, list)) {
        yield separator + JSON.stringify(items).slice(1, -1)
        separator = ','
      }
      yield ']'
    }
  }
  yield '}'
}
