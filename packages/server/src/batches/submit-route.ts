import type { FastifyRequest } from 'fastify'
import { ApiError } from '../errors/api-error.js'
import { pathOf, requireRequestKey, sendAnswer } from '../http/answer-idempotently.js'
import { limitLargeBodies } from '../http/limit-large-bodies.js'
import { readBoolean } from '../http/read-query.js'
import type { RegisterRoutes, ServerContext } from '../http/server-context.js'
import { readIdempotencyHeaders } from '../idempotency/read-idempotency-headers.js'
import { wakeWorkers } from '../workers/wake-workers.js'
import { createIntakePool } from './create-intake-pool.js'
import { type Intake, intakeSubmission } from './intake-submission.js'

/** So many large batches wait for each thread that reads them; more are told to come again. */
const LARGE_BODIES_A_THREAD = 4

/** Submitting a batch. Small ones are taken in here, large ones in a thread. */
export const registerSubmitRoute: RegisterRoutes = (app, context) => {
  const { intakeThreads, maxBodyBytes, maxSilenceMs } = context.configuration
  const intakePool = createIntakePool({ databaseUrl: context.databaseUrl, maxThreads: intakeThreads, maxSilenceMs })
  app.addHook('onClose', () => intakePool.stop())

  const options = { bodyLimit: maxBodyBytes, preParsing: limitLargeBodies(intakeThreads * LARGE_BODIES_A_THREAD) }
  app.post('/disbursements/submit', options, async (request, reply) => {
    const intake = readIntake(context, request)
    const { largeBody } = request
    const answer =
      largeBody === undefined
        ? await intakeSubmission(context.pool, intake, request.body)
        : await intakePool.takeIn(intake, largeBody)
    await wakeWorkers(context.pool)
    return sendAnswer(reply, answer)
  })
}

function readIntake({ configuration, rails, ...context }: ServerContext, request: FastifyRequest): Intake {
  const { merchantId, isLive, apiKeyId } = request.caller
  const { requestKey, batchKey } = readIdempotencyHeaders(request.headers)
  requireRequestKey({ configuration, rails, ...context }, requestKey)
  if (isLive && requestKey === undefined && batchKey === undefined) refuseKeylessSubmit()
  return {
    merchantId,
    isLive,
    actor: apiKeyId,
    rail: rails.find((rail) => rail.isLive === isLive)?.name,
    feePerItemSen: configuration.feePerItemSen,
    limits: {
      maxItems: configuration.maxItems,
      minAmountSen: configuration.minAmountSen,
      maxAmountSen: configuration.maxAmountSen
    },
    path: pathOf(request),
    query: { ...(request.query as object) },
    requestKey,
    batchKey,
    forceDisburse: readBoolean(request, 'force_disburse'),
    skipValidation: readBoolean(request, 'skip_validation')
  }
}

function refuseKeylessSubmit(): never {
  const message = 'or X-Idempotency-Key is required in live mode: without one, a retry would pay twice'
  throw new ApiError('DPAY_INVALID_REQUEST', {
    message: `the header idempotency_key ${message}`,
    fieldErrors: [{ field: 'idempotency_key', message }]
  })
}
