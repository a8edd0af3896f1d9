import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../packages/calls/src/testing/index.js'
import * as danaNames from '../packages/dana/src/index.js'
import * as runtimeNames from '../packages/dana/src/runtime/index.js'
import * as webhookNames from '../packages/dana/src/webhook/v1/index.js'
import * as widgetNames from '../packages/dana/src/widget/v1/index.js'
import * as modelNames from '../packages/dana/src/widget/v1/models.js'
import { type Consumer, installForConsumers } from './install-for-consumers.js'
import { packPackage } from './pack-package.js'
import { serveDana } from './serve-dana.js'

let folder: string
let server: TestServer
let consumer: (name: string) => Promise<Consumer>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arus-dana-consumers-'))
  const dana = await serveDana()
  server = dana.server
  const { tarball } = await packPackage('dana', folder)
  // The second as `npm install dana-node@npm:@arus/dana` does it where there is a network.
  consumer = await installForConsumers([tarball, `dana-node@file:${tarball}`], folder, dana.files)
})

afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const namesOf = (entry: object) =>
  Object.keys(entry)
    .filter((name) => name !== 'default')
    .sort()

const PAID = 'https://m.sandbox.dana.id/checkout'
const SET = { environment: { ORIGIN: 'https://set.example' } }
const LOADED = { partnerId: 'partner-of-file', origin: 'https://set.example', env: 'sandbox' }
const CAUGHT = [
  'ResponseError',
  'FetchError',
  'ValidationError',
  'RequiredError',
  'InvalidOptionError',
  'UnsupportedApiError',
  'OauthRedirectError',
  'WebhookVerificationError'
]

describe('an ES module that installs the DANA client', () => {
  let program: Consumer
  beforeAll(async () => {
    program = await consumer('dana-esm')
  })

  it('pays, and believes the notification but not the forged one; each default export carries its names', async () => {
    expect(await program.run(['main.js'])).toEqual({
      names: {
        danaNames: namesOf(danaNames),
        runtimeNames: namesOf(runtimeNames),
        webhookNames: namesOf(webhookNames),
        widgetNames: namesOf(widgetNames),
        modelNames: namesOf(modelNames)
      },
      defaultsCarryNames: [true, true, true, true, true],
      sameAcrossEntries: [true, true, true],
      paid: PAID,
      refused: ['4035814', 'refused', 'refused'],
      verified: ['new', '10000.00', '10000.00'],
      forged: 'invalid_signature',
      deepImport: true
    })
  })

  it('reads no environment by importing, loads no file and adds no global', async () => {
    expect(await program.run(['importing.js'])).toEqual({ ownReads: [], addedGlobals: [], partnerBefore: null })
  })

  it('has its options from a .env file once it imports the entry for it, never over what is set', async () => {
    expect(await program.run(['environment.js'], SET)).toEqual(LOADED)
  })
})

describe('a CommonJS module that installs the DANA client', () => {
  let program: Consumer
  beforeAll(async () => {
    program = await consumer('dana-cjs')
  })

  it('pays, takes a notification, and catches the errors of the ES module copy beside it, and the other way round', async () => {
    expect(await program.run(['main.js'])).toEqual({
      names: namesOf(danaNames),
      sameAcrossEntries: [true, true, true, true],
      paid: PAID,
      verified: '10000.00',
      forged: 'invalid_signature',
      twoCopies: true,
      caughtByCommonJs: CAUGHT,
      caughtByEsModules: CAUGHT
    })
  })

  it('has its options from a .env file too', async () => {
    expect(await program.run(['environment.js'], SET)).toEqual(LOADED)
  })
})

it.each(['dana-types-esm', 'dana-types-cjs', 'dana-types-bundler'])('compiles as %s, and runs', async (name) => {
  const program = await consumer(name)
  await program.compile()
  expect(await program.run(['out/main.js'])).toEqual({ paid: PAID, verified: 'order-1', forged: 'invalid_signature' })
})

it("compiles and runs every code block of DANA's document, under the name that they import", async () => {
  const program = await consumer('dana-node-alias')
  await program.compile()
  expect(await program.run(['out/main.js'])).toEqual({
    makeClient: 'function',
    replies: {
      accountUnbinding: '2000900',
      applyOTT: '2004900',
      applyToken: '2007400',
      balanceInquiry: '2001100',
      cancelOrder: '2005700',
      queryPayment: '2005500',
      refundOrder: '2005800',
      widgetPayment: '2005400'
    },
    profile: 'SUCCESS',
    promoType: 'CASH_BACK',
    oauthUrl: { path: '/v1.0/get-auth-code', isPrinted: true },
    paymentUrl: 'https://example.com/payment?token=abc123&ott=ott_token_value',
    webhook: {
      text: '200 Webhook received and verified.',
      parsed: '200 Webhook received and verified.',
      forged: '400 Webhook verification failed: Signature verification failed.',
      printed: ['Original Partner Reference No: order-1', 'Original Partner Reference No: order-1']
    }
  })
})
