import { afterEach, describe, expect, it } from 'vitest'
import { createBareClient } from './clients/bare-client.js'
import { createGenuineClient } from './clients/genuine-client.js'
import { readAttestedCodes } from './codes/attested-codes.js'
import { BINDING_PROVOCATIONS } from './codes/binding-provocations.js'
import { NOT_PROVOKED, ONLY_ON_DEMAND } from './codes/not-provoked.js'
import { NOTIFICATION_ANSWERS } from './codes/notification-answers.js'
import { PAYMENT_PROVOCATIONS } from './codes/payment-provocations.js'
import { isOnDemand, type Provocations } from './codes/provocation.js'
import { REVERSAL_PROVOCATIONS } from './codes/reversal-provocations.js'
import { type Shop, startShop } from './world/start-shop.js'
import { startWorld, type World } from './world/start-world.js'

const ATTESTED = readAttestedCodes()
const PROVOCATIONS: Provocations = { ...BINDING_PROVOCATIONS, ...PAYMENT_PROVOCATIONS, ...REVERSAL_PROVOCATIONS }

let world: World | undefined
let shop: Shop | undefined
afterEach(async () => {
  await world?.sandbox.stop()
  await shop?.stop()
  world = undefined
  shop = undefined
})

describe('the response codes that DANA, its clients and its documents attest', () => {
  const attested = ATTESTED.map(({ code }) => code).sort()

  it('are many, in every operation that has codes', () => {
    expect(attested.length).toBeGreaterThan(60)
    expect(new Set(ATTESTED.map(({ operationId }) => operationId)).size).toBe(9)
  })

  it('are each provoked below, or stand among those that cannot be, with the reason', () => {
    const known = [PROVOCATIONS, NOTIFICATION_ANSWERS, NOT_PROVOKED].flatMap((table) => Object.keys(table))
    expect(known.sort()).toEqual(attested)
  })

  it('come of what the sandbox is in, save for those whose reason not to stands in a table', () => {
    const onDemand = Object.keys(PROVOCATIONS).filter((code) => PROVOCATIONS[code]!.every(isOnDemand))
    expect(onDemand.sort()).toEqual(Object.keys(ONLY_ON_DEMAND).sort())
  })
})

describe.each([
  ['dana-node', createGenuineClient],
  ['node:crypto', createBareClient]
])('%s is answered', (name, createClient) => {
  const cases = ATTESTED.flatMap((attested) =>
    (PROVOCATIONS[attested.code] ?? []).map((provocation) => ({ ...attested, ...provocation }))
  )

  it.each(cases)('$code to $operationId $when', async ({ code, message, provoke, sandbox, danaNodeRefuses }) => {
    world = await startWorld(createClient, sandbox)
    if (name === 'dana-node' && danaNodeRefuses !== undefined) {
      await expect(provoke(world)).rejects.toThrow()
      return
    }
    const { httpStatus, body } = await provoke(world)
    expect(body).toMatchObject({ responseCode: code, responseMessage: expect.stringMatching(patternOf(message)) })
    expect(httpStatus).toBe(Number(code.slice(0, 3)))
  })
})

describe('a shop with the genuine WebhookParser', () => {
  const cases = Object.entries(NOTIFICATION_ANSWERS).map(([code, answer]) => ({ code, ...answer }))

  it.each(cases)('answers $code when $when, and is told again unless it took it', async ({ code, fault, answer }) => {
    shop = await startShop({ danaPublicKey: () => world!.sandbox.credentials.danaPublicKey, answer: firstTime(answer) })
    world = await startWorld(createBareClient, { notificationRetriesMs: [1] })
    if (fault !== undefined) world.sandbox.fault(fault)
    await world.paidOrder({ urlParams: [{ url: shop.notificationUrl, type: 'NOTIFICATION', isDeeplink: 'N' }] })
    await world.sandbox.idle({ all: true })
    const [notification] = world.sandbox.notifications
    const codes = notification!.attempts.map((attempt) => JSON.parse(attempt.answer!).responseCode)
    expect(codes).toEqual(code === '2005600' ? ['2005600'] : [code, '2005600'])
    expect(notification).toMatchObject({ state: 'delivered' })
  })
})

function firstTime(answer: string | undefined): () => string | undefined {
  let isFirst = true
  return () => {
    const given = isFirst ? answer : undefined
    isFirst = false
    return given
  }
}

/** `Invalid Field Format {field}` is met by any field, and `Unauthorized. [reason]` by any reason. */
function patternOf(message: string): RegExp {
  const literal = message.replace(/[.*+?^$()|\\]/g, '\\$&')
  return new RegExp(`^${literal.replace(/\{field\}/, '\\S+').replace(/\[reason\]/, '\\S.*')}$`)
}
