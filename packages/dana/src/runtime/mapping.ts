import type { Consume, Json } from './http-types.js'

// Small functions that dana-node's runtime exports and code written against it may call.

/** What separates the elements of a list in a query, by the format's name. */
export const COLLECTION_FORMATS: { csv: string; ssv: string; tsv: string; pipes: string } = {
  csv: ',',
  ssv: ' ',
  tsv: '\t',
  pipes: '|'
}

/** Whether an object has a value under a key: neither undefined nor null. */
export function exists(json: Json, key: string): boolean {
  return json[key] !== null && json[key] !== undefined
}

/** The same keys, each value put through a function. */
export function mapValues(data: Json, fn: (item: Json) => Json): { [key: string]: Json } {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, fn(value)]))
}

/** Whether one of the content types is a multipart form. */
export function canConsumeForm(consumes: Consume[]): boolean {
  return consumes.some(({ contentType }) => contentType === 'multipart/form-data')
}
