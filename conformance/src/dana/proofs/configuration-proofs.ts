import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { type Dana, UnsupportedApiError } from '@arus/dana'
import { Util, WidgetPaymentResponse } from '@arus/dana/widget/v1'
import { WidgetPaymentResponse as FromModels } from '@arus/dana/widget/v1/models'
import { expect, onTestFinished, vi } from 'vitest'
import { requireGenuine } from '../genuine/genuine-dana-node.js'
import { fixWorld } from '../world/fixed-world.js'
import { privatePem } from '../world/recorded-keys.js'
import { VALID_REQUESTS } from '../world/valid-requests.js'
import { errorOf, headerOf, makeArus, makeGenuine } from './make-clients.js'
import type { Proof } from './proof.js'

export const CONFIGURATION_PROOFS = {
  'env-file': {
    async arus() {
      enterFolderWith('.env', 'X_PARTNER_ID=from-the-file\nORIGIN=https://file.example\n')
      vi.stubEnv('ORIGIN', 'https://set.example')
      vi.resetModules()
      const { Dana } = await import('@arus/dana')
      expect(process.env.X_PARTNER_ID).toBeUndefined()
      expect(() => new Dana({ privateKey: privatePem('merchant') })).toThrow(/There is a \.env file here.*@arus\/dana\/env/)
      await import('@arus/dana/env')
      expect(process.env.X_PARTNER_ID).toBe('from-the-file')
      expect(process.env.ORIGIN).toBe('https://set.example')
    }
  },
  'key-variables': {
    async arus() {
      const folder = enterFolderWith('key.pem', privatePem('merchant'))
      const right = await signatureOf()
      for (const env of [{ PRIVATE_KEY_PATH: join(folder, 'key.pem') }, { X_PRIVATE_KEY: privatePem('merchant') }]) {
        fixWorld({ env })
        expect(await signatureOf({ privateKey: undefined })).toBe(right)
      }
      fixWorld({ env: { PRIVATE_KEY: join(folder, 'key.pem') } })
      expect(await errorOf(signatureOf({ privateKey: undefined }))).toMatchObject({ outcome: 'not_sent' })
    },
    danaNode() {
      fixWorld({ env: { X_PRIVATE_KEY: privatePem('merchant'), PRIVATE_KEY_PATH: 'key.pem' } })
      expect(() => makeGenuine({ privateKey: undefined })).toThrow('Missing required environment variable: PRIVATE_KEY')
    }
  },
  'env-in-any-letter-case': {
    async arus() {
      for (const env of ['SANDBOX', 'Sandbox']) expect(await urlOf({ env })).toMatch('https://api.sandbox.dana.id/')
      expect(await urlOf({ env: 'PRODUCTION' })).toMatch('https://api.saas.dana.id/')
    },
    danaNode() {
      expect(() => makeGenuine({ env: 'SANDBOX' })).toThrow("Invalid env value provided: 'SANDBOX'")
    }
  },
  'valid-up-to-by-client': {
    async arus() {
      const request = { ...VALID_REQUESTS.widgetPayment, validUpTo: '2026-01-16T10:00:00+07:00' } as never
      const { dana, calls } = makeArus({ env: 'production' })
      await dana.widgetApi.widgetPayment(request)
      expect(calls).toHaveLength(1)
      expect(await errorOf(makeArus().dana.widgetApi.widgetPayment(request))).toMatchObject({ name: 'ValidationError' })
      fixWorld({ env: { ENV: 'production' } })
      await makeArus({ env: 'sandbox' }).dana.widgetApi.widgetPayment(request)
    }
  },
  'other-apis': {
    arus() {
      const { dana } = makeArus()
      for (const api of ['paymentGatewayApi', 'disbursementApi', 'merchantManagementApi'] as const) {
        expect(() => dana[api]).toThrow(UnsupportedApiError)
        expect(() => dana[api]).toThrow(/dana-node/)
      }
    },
    danaNode() {
      expect(makeGenuine().dana).toHaveProperty('paymentGatewayApi.createOrder')
    }
  },
  'printed-secrets': {
    arus() {
      const { dana } = makeArus()
      for (const shown of [
        inspect(dana, { depth: 9, showHidden: false }),
        JSON.stringify(dana),
        JSON.stringify(dana.widgetApi)
      ]) {
        expect(shown).not.toContain('PRIVATE KEY')
        expect(shown).not.toContain('client-secret')
      }
      expect(dana.opts.privateKey).toBe(privatePem('merchant'))
      expect(dana.widgetApi.privateKey).toBe(privatePem('merchant'))
    },
    danaNode() {
      expect(JSON.stringify(makeGenuine().dana)).toContain('PRIVATE KEY')
    }
  },
  'names-of-the-documents': {
    arus() {
      const payment = new WidgetPaymentResponse({ webRedirectUrl: 'https://example.com/payment?token=abc123' })
      expect(Util.generateCompletePaymentUrl(payment, { userResources: [{ value: 'o' }] })).toMatch(/&ott=o$/)
      expect(new FromModels(payment)).toStrictEqual({ webRedirectUrl: payment.webRedirectUrl })
    },
    danaNode() {
      expect(requireGenuine('/widget/v1')).not.toHaveProperty('Util')
      expect(requireGenuine('/widget/v1')).not.toHaveProperty('WidgetPaymentResponse')
      expect(() => requireGenuine('/widget/v1/models' as never)).toThrow(/not defined by "exports"/)
    }
  },
  'configuration-and-hooks': {
    async arus() {
      const seen: string[] = []
      const { dana, calls } = makeArus({
        baseUrl: 'http://127.0.0.1:4190',
        webUrl: 'http://127.0.0.1:4191',
        clock: () => 0,
        hooks: { request: ({ url }) => seen.push(url) }
      })
      await dana.widgetApi.cancelOrder(VALID_REQUESTS.cancelOrder)
      expect(seen).toEqual(['http://127.0.0.1:4190/v1.0/debit/cancel.htm'])
      expect(headerOf(calls[0], 'X-TIMESTAMP')).toBe('1970-01-01T07:00:00+07:00')
      expect(dana.oauthUrl({ redirectUrl: 'https://r.example/' })).toMatch('http://127.0.0.1:4191/v1.0/get-auth-code?')
      expect(() => makeArus({ env: 'production', baseUrl: 'http://127.0.0.1:4190' })).toThrow(
        /can't be set when env is production/
      )
    }
  }
} satisfies Record<string, Proof>

async function urlOf(options: object = {}): Promise<string> {
  const { dana, calls } = makeArus(options)
  await dana.widgetApi.cancelOrder(VALID_REQUESTS.cancelOrder)
  return calls[0]!.url
}

async function signatureOf(options: ConstructorParameters<typeof Dana>[0] = {}): Promise<string | undefined> {
  const { dana, calls } = makeArus(options)
  await dana.widgetApi.cancelOrder(VALID_REQUESTS.cancelOrder)
  return headerOf(calls[0], 'X-SIGNATURE')
}

function enterFolderWith(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'arus-conformance-'))
  const before = process.cwd()
  writeFileSync(join(folder, name), text)
  process.chdir(folder)
  onTestFinished(() => {
    process.chdir(before)
    rmSync(folder, { recursive: true })
  })
  return folder
}
