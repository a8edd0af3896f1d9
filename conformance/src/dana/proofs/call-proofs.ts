import { generateKeyPairSync } from 'node:crypto'
import { FetchError, ResponseError, ValidationError } from '@arus/dana/runtime'
import { expect, vi } from 'vitest'
import { fixWorld } from '../world/fixed-world.js'
import { privateKeyObject, privatePem } from '../world/recorded-keys.js'
import { VALID_REQUESTS } from '../world/valid-requests.js'
import { errorOf, headerOf, makeArus, makeGenuine } from './make-clients.js'
import type { Proof } from './proof.js'

const { cancelOrder, queryPayment, applyOTT, queryUserProfile } = VALID_REQUESTS as unknown as Record<
  keyof typeof VALID_REQUESTS,
  never
>
const page = () => new Response('<html>', { status: 200 })

export const CALL_PROOFS = {
  'timestamps-in-jakarta-time': {
    async arus() {
      for (const tz of ['UTC', 'America/New_York']) {
        fixWorld({ tz })
        const { dana, calls } = makeArus()
        await dana.widgetApi.cancelOrder(cancelOrder)
        expect(headerOf(calls[0], 'X-TIMESTAMP')).toBe('2026-01-15T10:04:05+07:00')
      }
    },
    async danaNode() {
      fixWorld({ tz: 'UTC' })
      const { dana, calls } = makeGenuine()
      await dana.widgetApi.cancelOrder!(cancelOrder)
      expect(headerOf(calls[0], 'X-TIMESTAMP')).toBe('2026-01-15T03:04:05Z')
    }
  },
  'profile-request-time': {
    async arus() {
      for (const tz of ['UTC', 'Asia/Jakarta']) {
        fixWorld({ tz })
        const { dana, calls } = makeArus()
        await dana.widgetApi.queryUserProfile(queryUserProfile)
        expect(JSON.parse(calls[0]!.body).request.head.reqTime).toBe('2026-01-15T10:04:05+07:00')
      }
    }
  },
  'answers-that-are-no-json': {
    async arus() {
      for (const text of ['<html>504</html>', '']) {
        const { dana } = makeArus({}, () => new Response(text, { status: 504, statusText: 'Gateway Timeout' }))
        const error = await errorOf(dana.widgetApi.cancelOrder(cancelOrder))
        expect(error).toBeInstanceOf(ResponseError)
        expect(error).toMatchObject({ status: 504, rawResponse: text, kind: 'unavailable', outcome: 'unknown' })
      }
    },
    async danaNode() {
      const { dana } = makeGenuine({}, () => new Response('<html>504</html>', { status: 504 }))
      expect(await errorOf(dana.widgetApi.cancelOrder!(cancelOrder))).toBeInstanceOf(TypeError)
    }
  },
  'unreadable-success': {
    async arus() {
      const error = await errorOf(makeArus({}, page).dana.widgetApi.cancelOrder(cancelOrder))
      expect(error).toBeInstanceOf(ResponseError)
      expect(error).toMatchObject({ status: 200, kind: 'unreadable', outcome: 'unknown', rawResponse: '<html>' })
    },
    async danaNode() {
      expect(await errorOf(makeGenuine({}, page).dana.widgetApi.cancelOrder!(cancelOrder))).toBeInstanceOf(SyntaxError)
    }
  },
  'success-that-lacks-a-field': {
    async arus() {
      const answer = () => Response.json({ responseCode: '2004900', responseMessage: 'Successful' })
      const reply = await makeArus({}, answer).dana.widgetApi.applyOTT(applyOTT)
      expect(reply).toEqual({ responseCode: '2004900', responseMessage: 'Successful' })
    },
    async danaNode() {
      const error = await errorOf(makeGenuine().dana.widgetApi.applyOTT!(applyOTT))
      expect(error.message).toMatch("reading 'map'")
    }
  },
  'missing-mandatory-fields': {
    async arus() {
      const { dana, calls } = makeArus()
      const error = await errorOf(
        dana.widgetApi.widgetPayment({ partnerReferenceNo: '', additionalInfo: { order: {} } } as never)
      )
      expect(error).toBeInstanceOf(ValidationError)
      expect(error.message).toContain('additionalInfo.order.orderTitle is mandatory')
      expect(error.message).not.toContain('partnerReferenceNo')
      expect(calls).toEqual([])
      const lenient = makeArus({ checkRequired: false })
      await lenient.dana.widgetApi.widgetPayment({} as never)
      fixWorld({ env: { DANA_CHECK_REQUIRED: 'false' } })
      const byVariable = makeArus()
      await byVariable.dana.widgetApi.widgetPayment({} as never)
      expect([...lenient.calls, ...byVariable.calls].map(({ body }) => body)).toEqual(['{}', '{}'])
    },
    async danaNode() {
      const { dana, calls } = makeGenuine()
      await dana.widgetApi.widgetPayment!({})
      expect(calls[0]!.body).toBe('{}')
    }
  },
  'missing-access-token': {
    async arus() {
      const error = await errorOf(makeArus().dana.widgetApi.balanceInquiry({ additionalInfo: {} } as never))
      expect(error).toMatchObject({ name: 'ValidationError', kind: 'invalid_request', outcome: 'not_sent' })
      expect(error.message).toBe('additionalInfo.accessToken is mandatory, additionalInfo.deviceId is mandatory')
    },
    async danaNode() {
      expect(await errorOf(makeGenuine().dana.widgetApi.balanceInquiry!({}))).toBeInstanceOf(TypeError)
    }
  },
  'null-in-a-header-field': {
    async arus() {
      const { dana, calls } = makeArus()
      await dana.widgetApi.balanceInquiry(withLocation({ latitude: null }))
      expect(calls[0]!.headers.map(([name]) => name)).not.toContain('X-LATITUDE')
      expect(calls[0]!.body).toContain('"latitude":null')
    },
    async danaNode() {
      const { dana, calls } = makeGenuine()
      await dana.widgetApi.balanceInquiry!(withLocation({ latitude: null }))
      expect(new Headers(calls[0]!.headers).get('X-LATITUDE')).toBe('null')
    }
  },
  'three-digit-longitudes': {
    async arus() {
      const { dana, calls } = makeArus()
      await dana.widgetApi.balanceInquiry(withLocation({ latitude: '-6.2088', longitude: '106.8456' }))
      expect(headerOf(calls[0], 'X-LONGITUDE')).toBe('106.8456')
      const error = await errorOf(dana.widgetApi.balanceInquiry(withLocation({ longitude: '1068.4' })))
      expect(error.message).toBe('longitude must match required pattern')
    },
    async danaNode() {
      const error = await errorOf(makeGenuine().dana.widgetApi.balanceInquiry!(withLocation({ longitude: '106.8456' })))
      expect(error.message).toBe('longitude must match required pattern')
    }
  },
  'key-forms': {
    async arus() {
      const key = privateKeyObject('merchant')
      const encrypted = key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' }).toString()
      const forms = [
        { privateKey: privatePem('merchant') },
        { privateKey: key.export({ type: 'pkcs1', format: 'der' }).toString('base64') },
        { privateKey: privatePem('merchant').replaceAll('\n', ' ') },
        { privateKey: privatePem('merchant').replaceAll('\n', '') },
        { privateKey: encrypted, privateKeyPassphrase: 'open' },
        { privateKey: key },
        { privateKey: key.export({ format: 'jwk' }) },
        { privateKey: Buffer.from(privatePem('merchant')) }
      ]
      const signatures = new Set<string | undefined>()
      for (const form of forms) {
        const { dana, calls } = makeArus(form)
        await dana.widgetApi.cancelOrder(cancelOrder)
        signatures.add(headerOf(calls[0], 'X-SIGNATURE'))
      }
      expect(signatures.size).toBe(1)
    },
    async danaNode() {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
      const options = { privateKey: privateKey.export({ type: 'pkcs1', format: 'der' }).toString('base64') }
      const error = await errorOf(makeGenuine(options).dana.widgetApi.cancelOrder!(cancelOrder))
      expect(error.message).toMatch(/DECODER routines/)
    }
  },
  middleware: {
    async arus() {
      const { dana, calls } = makeArus()
      const seen: number[] = []
      const api = dana.widgetApi
        .withPreMiddleware(async ({ url, init }) => ({ url: `${url}?traced`, init }))
        .withPostMiddleware(async ({ response }) => void seen.push(response.status))
      await api.cancelOrder(cancelOrder)
      await dana.widgetApi.cancelOrder(cancelOrder)
      expect(calls.map(({ url }) => url.endsWith('?traced'))).toEqual([true, false])
      expect(seen).toEqual([200])
    },
    danaNode() {
      const api = makeGenuine().dana.widgetApi as unknown as { withMiddleware(middleware: object): object }
      expect(() => api.withMiddleware({})).toThrow(/Invalid env value/)
    }
  },
  deadline: {
    async arus() {
      const { dana } = makeArus({ fetch: neverAnswers, timeoutMs: 1_000 })
      const error = await errorOf(dana.widgetApi.cancelOrder(cancelOrder))
      expect(error).toBeInstanceOf(FetchError)
      expect(error).toMatchObject({ kind: 'timeout', outcome: 'unknown', message: 'cancelOrder got no answer within 1000 ms' })
    }
  },
  'repeated-reads': {
    async arus() {
      vi.spyOn(Math, 'random').mockReturnValue(0)
      const failing = () => Response.json({ responseCode: '5005501' }, { status: 500 })
      const { dana, calls } = makeArus({}, failing)
      expect(await errorOf(dana.widgetApi.queryPayment(queryPayment))).toMatchObject({ attempts: 3 })
      expect(calls).toHaveLength(3)
      expect(await errorOf(dana.widgetApi.cancelOrder(cancelOrder))).toMatchObject({ attempts: 1 })
      expect(calls).toHaveLength(4)
    },
    async danaNode() {
      const { dana, calls } = makeGenuine({}, () => Response.json({}, { status: 500 }))
      await errorOf(dana.widgetApi.queryPayment!(queryPayment))
      expect(calls).toHaveLength(1)
    }
  },
  'aborted-calls': {
    async arus() {
      const { dana } = makeArus({ fetch: neverAnswers })
      const error = await errorOf(dana.widgetApi.cancelOrder(cancelOrder, { signal: AbortSignal.timeout(20) }))
      expect(error).toMatchObject({ name: 'FetchError', kind: 'aborted', cause: { name: 'TimeoutError' } })
      const controller = new AbortController()
      const ended = errorOf(dana.widgetApi.cancelOrder(cancelOrder, { signal: controller.signal }))
      setTimeout(() => controller.abort(), 10)
      expect(await ended).toMatchObject({ kind: 'aborted', message: "cancelOrder was aborted by the caller's signal" })
    }
  },
  redirects: {
    async arus() {
      const inits: RequestInit[] = []
      const { dana } = makeArus({ fetch: redirects(inits) })
      expect(await errorOf(dana.widgetApi.cancelOrder(cancelOrder))).toMatchObject({ kind: 'unreadable', outcome: 'unknown' })
      await errorOf(dana.widgetApi.cancelOrder(cancelOrder, { redirect: 'follow' }))
      expect(inits.map(({ redirect }) => redirect)).toEqual(['manual', 'follow'])
    },
    async danaNode() {
      const { dana } = makeGenuine()
      const inits: RequestInit[] = []
      vi.stubGlobal('fetch', redirects(inits))
      await errorOf(dana.widgetApi.cancelOrder!(cancelOrder))
      expect(inits.map(({ redirect }) => redirect)).toEqual([undefined])
    }
  }
} satisfies Record<string, Proof>

function withLocation(location: object): never {
  return { additionalInfo: { accessToken: 'access-token', deviceId: 'web-1', ...location } } as never
}

const neverAnswers = ((_url: string, { signal }: RequestInit) => {
  return new Promise((_resolve, reject) => signal!.addEventListener('abort', () => reject(signal!.reason)))
}) as unknown as typeof fetch

function redirects(inits: RequestInit[]): typeof fetch {
  return (async (_url: string, init: RequestInit) => {
    inits.push(init)
    return new Response(null, { status: 307, headers: { location: '/elsewhere' } })
  }) as unknown as typeof fetch
}
