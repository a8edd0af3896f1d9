import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it came over the wire. */
type Seen = { path: string; headers: IncomingMessage['headers']; body: string }

/** Service codes by path: an answer's code is 200, the service, 00. */
const SERVICES: Record<string, string> = {
  '/v1.0/registration-account-unbinding.htm': '09',
  '/rest/v1.1/qr/apply-ott': '49',
  '/v1.0/access-token/b2b2c.htm': '74',
  '/v1.0/balance-inquiry.htm': '11',
  '/v1.0/debit/cancel.htm': '57',
  '/rest/v1.1/debit/status': '55',
  '/v1.0/debit/refund.htm': '58',
  '/rest/redirection/v1.0/debit/payment-host-to-host': '54'
}
const PROFILE = '/dana/member/query/queryUserProfile.htm'

/** DANA on this machine: it answers what the merchant signed, and refuses the rest. */
export async function startLocalDana(merchantKey: KeyObject): Promise<{ server: Server; url: string }> {
  const server = createServer(async (request, response) => {
    const seen = { path: request.url ?? '', headers: request.headers, body: await readBody(request) }
    const [status, answer] = answerTo(seen, merchantKey)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  return { server, url: await listen(server) }
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Signs a notification as DANA does. */
export function signNotification(path: string, body: string, danaKey: KeyObject): Record<string, string> {
  const timestamp = '2026-01-15T10:04:05+07:00'
  const signature = sign('sha256', Buffer.from(textOf('POST', path, body, timestamp)), danaKey).toString('base64')
  return { 'content-type': 'application/json', 'X-TIMESTAMP': timestamp, 'X-SIGNATURE': signature }
}

function answerTo(seen: Seen, merchantKey: KeyObject): [status: number, answer: object] {
  if (!isSigned(seen, merchantKey)) return [401, { responseCode: '4010000', responseMessage: 'Unauthorized. Invalid Signature' }]
  if (seen.path === PROFILE) {
    const resultInfo = { resultStatus: 'S', resultCodeId: '00000000', resultCode: 'SUCCESS', resultMsg: 'success' }
    return [200, { response: { head: {}, body: { resultInfo, userResourceInfos: [] } } }]
  }
  const service = SERVICES[seen.path]
  if (service === undefined) return [404, { responseCode: '4040000', responseMessage: 'no such path' }]
  return [200, { responseCode: `200${service}00`, responseMessage: 'Successful' }]
}

function isSigned({ path, headers, body }: Seen, merchantKey: KeyObject): boolean {
  const timestamp = String(headers['x-timestamp'])
  if (path === PROFILE) {
    const { request, signature } = JSON.parse(body)
    return verify('sha256', Buffer.from(JSON.stringify(request)), merchantKey, Buffer.from(signature, 'base64'))
  }
  const text = path.includes('/access-token/') ? `${headers['x-client-key']}|${timestamp}` : textOf('POST', path, body, timestamp)
  return verify('sha256', Buffer.from(text), merchantKey, Buffer.from(String(headers['x-signature']), 'base64'))
}

function textOf(method: string, path: string, body: string, timestamp: string): string {
  return `${method}:${path}:${createHash('sha256').update(body).digest('hex')}:${timestamp}`
}
