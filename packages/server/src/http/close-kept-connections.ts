import type { FastifyInstance } from 'fastify'

/**
 * Lets the app close as soon as the requests under way are answered. Idle connections are closed at once; one with a
 * request under way would stay open for the next one, for as long as it is kept alive, which took 72 seconds.
 */
export function closeKeptConnections(app: FastifyInstance): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('Connection', 'close')
  })
}
