import { type Headers, headerOf } from '../check-headers.js'

/** The user's token, from the header: the body's copy says nothing that counts. */
export function customerTokenOf(headers: Headers): string {
  return headerOf(headers, 'Authorization-Customer').replace(/^Bearer /i, '')
}
