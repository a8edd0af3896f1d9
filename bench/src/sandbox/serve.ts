/**
 * What is measured, in a process of its own: a sandbox, or the least that a server of signed requests can be. Says where it is,
 * ends when the one that started it does, and tells the processor time that it used when it is asked.
 *
 *     node dist/sandbox/serve.js sandbox
 *     node dist/sandbox/serve.js bare
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { PUBLISHED_KEYS, startSandbox } from '@arus/sandbox'
import fastify from 'fastify'

const QUERY_PATH = '/rest/v1.1/debit/status'

/** What a server process answers to. */
export type ServerQuestion = 'cpu'
/** `url` at first, then the processor time used so far, in microseconds, for each question. */
export type ServerMessage = { url: string } | { cpuMicroseconds: number }

const url = process.argv[2] === 'sandbox' ? (await startSandbox({ port: 0 })).url : await serveBare()
process.on('disconnect', () => process.exit())
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send!({ cpuMicroseconds: user + system })
})
process.send!({ url })

/** A route that verifies the signature over the body, and answers the same few bytes to all. */
async function serveBare(): Promise<string> {
  const key = createPublicKey({ key: PUBLISHED_KEYS.merchant, format: 'jwk' })
  const app = fastify()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.post(QUERY_PATH, (request, reply) => {
    const digest = createHash('sha256')
      .update(request.body as Buffer)
      .digest('hex')
    const text = `POST:${QUERY_PATH}:${digest}:${request.headers['x-timestamp']}`
    const signature = Buffer.from(String(request.headers['x-signature']), 'base64')
    const isRight = verify('sha256', Buffer.from(text), key, signature)
    reply.code(isRight ? 200 : 401).header('content-type', 'application/json')
    return reply.send(isRight ? '{"responseCode":"2005500"}' : '{"responseCode":"4015500"}')
  })
  return app.listen({ port: 0, host: '127.0.0.1' })
}
