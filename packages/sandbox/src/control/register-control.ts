import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isOwnAddress } from '../pages/security/is-own-address.js'
import { REASONS_OF_A_LIST } from '../request-log/create-request-log.js'
import type { SandboxSettings } from '../settings.js'
import { ControlError } from './control-error.js'
import type { Control } from './control-functions.js'
import {
  readFault,
  readMerchant,
  readMerchantChanges,
  readSigning,
  readTrigger,
  readUser,
  readUserChanges
} from './read-bodies.js'
import { type Input, invalid, optionalInteger, optionalOneOf, readInput } from './read-input.js'
import { TRIGGERS } from './trigger.js'

const LARGEST_BODY_BYTES = 1_048_576

/** What a client of this control API must know of the sandbox. */
export type ControlSubject = {
  control: Control
  /** The API answers under the public URL's name and those of this computer. */
  settings: Pick<SandboxSettings, 'publicUrl'>
}

/**
 * The JSON API under `/_sandbox/api/`. It shows keys and changes everything, so it answers only who calls it by a name of its
 * own (a foreign page that points its name here does not), never tells a browser that another site may read it, and takes
 * changes as JSON alone, which no form of another site can send.
 */
export function registerControl(app: FastifyInstance, { control, settings }: ControlSubject): void {
  app.register(
    async (api) => {
      api.removeAllContentTypeParsers()
      api.addContentTypeParser(
        'application/json',
        { parseAs: 'string', bodyLimit: LARGEST_BODY_BYTES },
        (_request, text, done) => {
          try {
            done(null, text === '' ? {} : JSON.parse(String(text)))
          } catch {
            done(invalid('the body is no JSON'))
          }
        }
      )
      api.addHook('onRequest', async (request, reply) => {
        reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
        refuseStrangers(request, settings.publicUrl)
      })
      api.setErrorHandler(answerError)
      api.setNotFoundHandler((request, reply) => {
        refuseStrangers(request, settings.publicUrl)
        return answerUnknown(request, reply)
      })
      // Else the pages, which have all that begins with /_sandbox/, would answer.
      api.all('/*', answerUnknown)
      addRoutes(api, control)
    },
    { prefix: '/_sandbox/api' }
  )
}

function refuseStrangers({ headers, method }: FastifyRequest, publicUrl: string): void {
  const { host, origin } = headers
  if (!isOwnAddress({ host, origin, publicUrl }))
    throw new ControlError(403, 'foreign', `only ${publicUrl} and this computer's own names are served here`)
  if (method !== 'GET' && !/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    throw new ControlError(415, 'not_json', 'changes must be sent as content-type application/json')
}

function addRoutes(api: FastifyInstance, control: Control): void {
  api.get('/users', () => ({ users: control.listUsers() }))
  api.post('/users', async ({ body }, reply) => reply.status(201).send({ user: await control.addUser(readUser(body)) }))
  api.patch<{ Params: { id: string } }>('/users/:id', async ({ params, body }) => ({
    user: await control.changeUser(params.id, readUserChanges(body))
  }))

  api.get('/merchants', () => ({ merchants: control.listMerchants() }))
  api.post('/merchants', async ({ body }, reply) =>
    reply.status(201).send({ merchant: await control.addMerchant(readMerchant(body)) })
  )
  api.patch<{ Params: { partnerId: string } }>('/merchants/:partnerId', async ({ params, body }) => ({
    merchant: await control.changeMerchant(params.partnerId, readMerchantChanges(body))
  }))

  api.get('/orders', () => ({ orders: control.listOrders() }))
  api.get<{ Params: { reference: string } }>('/orders/:reference', ({ params }) => ({
    order: control.findOrder(params.reference)
  }))

  api.get('/notifications', () => ({ notifications: control.listNotifications() }))
  api.post<{ Params: { id: string } }>('/notifications/:id/resend', async ({ params }) => ({
    attempt: await control.resendNotification(params.id)
  }))
  api.post<{ Params: { id: string } }>('/notifications/:id/sign', async ({ params, body }) => ({
    signed: await control.signNotification(params.id, readSigning(body))
  }))

  api.get('/faults', () => ({ faults: control.listFaults() }))
  api.post('/faults', ({ body }, reply) => reply.status(201).send({ fault: control.addFault(readFault(body)) }))
  api.delete('/faults', (_request, reply) => {
    control.clearFaults()
    return reply.status(204).send()
  })
  api.delete<{ Params: { id: string } }>('/faults/:id', ({ params }, reply) => {
    control.removeFault(Number(params.id))
    return reply.status(204).send()
  })

  api.get('/clock', () => ({ clock: control.readClock() }))
  api.post('/clock', async ({ body }) => ({ clock: await changeClock(control, readInput(body, ['moveMs', 'setTo', 'reset'])) }))

  api.get('/requests', () => ({ requests: control.listRequests({ reasons: REASONS_OF_A_LIST }) }))
  api.get<{ Params: { id: string } }>('/requests/:id', ({ params }) => ({ request: control.findRequest(Number(params.id)) }))
  api.delete('/requests', (_request, reply) => {
    control.clearRequests()
    return reply.status(204).send()
  })

  api.post<{ Params: { event: string } }>('/triggers/:event', ({ params, body }) => {
    const event = optionalOneOf(params, 'event', TRIGGERS)!
    return control.trigger(event, readTrigger(body))
  })
  api.post('/reset', async (_request, reply) => {
    await control.reset()
    return reply.status(204).send()
  })
}

function changeClock(control: Control, input: Input) {
  const given = Object.keys(input)
  if (given.length !== 1) throw invalid('one of moveMs, setTo and reset must be given')
  if (input.reset !== undefined) {
    if (input.reset !== true) throw invalid('reset must be true')
    return control.resetClock()
  }
  const moveMs = optionalInteger(input, 'moveMs')
  return moveMs === undefined ? control.setClock(optionalInteger(input, 'setTo')!) : control.moveClock(moveMs)
}

function answerUnknown({ method, url }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.status(404).send({ error: { code: 'not_found', message: `there is no ${method} ${url}` } })
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof ControlError)
    return reply.status(error.status).send({ error: { code: error.code, message: error.message } })
  const { statusCode, message } = error as { statusCode?: number; message: string }
  if (statusCode !== undefined && statusCode < 500) return reply.status(statusCode).send({ error: { code: 'invalid', message } })
  request.log.error(error)
  return reply.status(500).send({ error: { code: 'unexpected', message } })
}
