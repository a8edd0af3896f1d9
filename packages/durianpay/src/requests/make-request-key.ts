import { randomUUID } from 'node:crypto'
import { requireToken } from './require-token.js'
import type { KeyedCallOptions } from './transport.js'

/** The caller's request key, or a new one. Called once per call, before the first try. */
export function makeRequestKey(options: KeyedCallOptions): string {
  return options.requestKey === undefined ? randomUUID() : requireToken('requestKey', options.requestKey)
}
