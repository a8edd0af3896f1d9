import { readFileSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createBareClient } from './clients/bare-client.js'
import type { Answer } from './clients/client.js'
import { createGenuineClient } from './clients/genuine-client.js'
import { startWorld, type World } from './world/start-world.js'

let world: World
afterEach(() => world.sandbox.stop())

it('takes dana-node as it is, also where it is strict, save for a strict CHANNEL-ID, which dana-node exceeds', async () => {
  for (const [strict, responseCode, responseMessage] of [
    [false, '2005400', 'Successful'],
    [true, '2005400', 'Successful'],
    ['channel-id', '4005401', 'Invalid Field Format CHANNEL-ID']
  ] as const) {
    world = await startWorld(createGenuineClient, { strict })
    const answer = await world.client.call('widgetPayment', world.payment())
    expect(answer.body).toMatchObject({ responseCode, responseMessage })
    await world.sandbox.stop()
  }
})

it('a strict sandbox refuses a clock that is off, and any other takes it', async () => {
  for (const [strict, responseCode] of [
    [false, '2005400'],
    [true, '4015400']
  ] as const) {
    world = await startWorld((options) => createBareClient(options, { now: () => Date.now() - 3_600_000 }), { strict })
    const answer = await world.client.call('widgetPayment', world.payment())
    expect(answer.body).toMatchObject({ responseCode })
    await world.sandbox.stop()
  }
})

it('serves each operation on its path and on all others that the specification names, and on no path that it does not', async () => {
  const { paths } = parse(readFileSync(new URL('../../../specs/dana-widget.openapi.yaml', import.meta.url), 'utf8')) as {
    paths: Record<string, { post: { 'x-aliases'?: string[]; 'x-service-code'?: string } }>
  }
  world = await startWorld(createBareClient)
  const ask = async (path: string): Promise<Answer> => {
    const response = await fetch(world.sandbox.url + path, { method: 'POST', body: '{}' })
    return { httpStatus: response.status, body: await response.json() }
  }
  for (const [path, { post }] of Object.entries(paths)) {
    const [service, aliases = []] = [post['x-service-code'], post['x-aliases']]
    const answers = await Promise.all([path, ...aliases].map(ask))
    for (const { httpStatus, body } of answers)
      if (service === undefined) expect([httpStatus, body.response.body.resultInfo.resultStatus]).toEqual([200, 'F'])
      else expect([httpStatus, body.responseCode]).toEqual([400, `400${service}02`])
  }
  const { httpStatus, body } = await ask('/v1.0/no-such-path.htm')
  expect([httpStatus, body]).toEqual([404, { responseCode: '4040000', responseMessage: 'Path Not Found' }])
})
