import { type IncomingHttpHeaders, request as openRequest } from 'node:http'
import { findAnswerFaults } from '../../../packages/server/src/testing/find-answer-faults.js'

/** A request, down to the spelling of its headers. */
export type RawRequest = {
  method: string
  url: string
  headers?: Record<string, string>
  /** Sent as it is, with its length said; undefined: neither a body nor a length. */
  body?: string | undefined
}

export type RawAnswer = {
  status: number
  headers: IncomingHttpHeaders
  /** The body as it came, for what a JSON parser would smooth over. */
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a body by reading it
  body: any
}

/**
 * Sends what other people's clients send: a body along with GET, headers spelled in any way, or none at all.
 *
 * @throws when the answer is not one that the specification describes for this operation.
 */
export async function sendRequest({ method, url, headers = {}, body }: RawRequest): Promise<RawAnswer> {
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
  const answer = await new Promise<RawAnswer>((resolve, reject) => {
    const request = openRequest(url, { method, headers: { ...headers, ...length }, agent: false }, async (response) => {
      try {
        const chunks: Buffer[] = []
        for await (const chunk of response) chunks.push(chunk)
        const text = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode!, headers: response.headers, text, body: JSON.parse(text) })
      } catch (error) {
        reject(error)
      }
    })
    request.on('error', reject)
    request.end(body)
  })
  const { pathname, search } = new URL(url)
  const faults = findAnswerFaults(method, pathname + search, answer.status, answer.body)
  if (faults.length > 0) throw new Error(`${faults.join('\n')}\n${answer.text}`)
  return answer
}
