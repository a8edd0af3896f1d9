import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Consumer, installForConsumers } from './install-for-consumers.js'
import { packPackage } from './pack-package.js'

let folder: string
let program: Consumer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arus-dana-node-'))
  const { tarball } = await packPackage('dana', folder)
  // As `npm install dana-node@npm:@arus/dana` does it where there is a network.
  const consumer = await installForConsumers(`dana-node@file:${tarball}`, folder)
  program = await consumer('dana-node-alias')
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

it("compiles and runs every code block of DANA's document, under the name that they import", async () => {
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
