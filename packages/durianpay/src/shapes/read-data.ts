import { isRecord } from './is-record.js'

/**
 * Takes `data` out of an answer's envelope, when it is an object in which each named field is a text.
 *
 * The fields are those without which the answer would be none: an id, a status. The others are taken as the server sends
 * them, so that a field which another server of this protocol leaves out doesn't turn a success into an unknown.
 */
export function readData<Data extends object>(body: unknown, texts: readonly (keyof Data & string)[]): Data | undefined {
  const data = isRecord(body) ? body.data : undefined
  if (!isRecord(data)) return undefined
  return texts.every((name) => typeof data[name] === 'string') ? (data as Data) : undefined
}

/** The answer to a DELETE, whose `data` is a text. */
export function readDeleted(body: unknown): true | undefined {
  return isRecord(body) && typeof body.data === 'string' ? true : undefined
}
