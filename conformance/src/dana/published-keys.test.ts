import { createPrivateKey, createPublicKey } from 'node:crypto'
import { Dana, type InvalidOptionError } from '@arus/dana'
import { createNotificationHandler, verifyNotification, WebhookParser } from '@arus/dana/webhook/v1'
import { PUBLISHED_KEYS } from '@arus/sandbox'
import { afterEach, describe, expect, it, vi } from 'vitest'

const key = createPrivateKey({ key: PUBLISHED_KEYS.merchant, format: 'jwk' })
const forms = {
  'PKCS#8 text': key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  'PKCS#1 on one line': key.export({ type: 'pkcs1', format: 'pem' }).toString().replaceAll('\n', '\\n'),
  'bare base64': key.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  'a JSON Web Key': PUBLISHED_KEYS.merchant,
  'a KeyObject': key
}

async function callWith(privateKey: (typeof forms)[keyof typeof forms], env: string): Promise<{ sent: number; error: unknown }> {
  let sent = 0
  const fetch = async () => {
    sent += 1
    return Response.json({ responseCode: '2005500', responseMessage: 'Successful' })
  }
  const { widgetApi } = new Dana({ partnerId: 'p', privateKey, env, fetch, checkRequired: false })
  const error = await widgetApi.queryPayment({ merchantId: 'm', serviceCode: '54' } as never).then(
    () => undefined,
    (reason: unknown) => reason
  )
  return { sent, error }
}

describe("the published key of the sandbox's merchant", () => {
  it.each(Object.entries(forms))('signs nothing in production when given as %s', async (_form, privateKey) => {
    const { sent, error } = await callWith(privateKey, 'PRODUCTION')
    expect(sent).toBe(0)
    expect(error).toMatchObject({ name: 'InvalidOptionError', option: 'privateKey' } satisfies Partial<InvalidOptionError>)
    expect((error as Error).message).toContain('everybody has')
  })

  it('signs outside production', async () => {
    expect(await callWith(key, 'sandbox')).toEqual({ sent: 1, error: undefined })
  })
})

describe("the published key that the sandbox has in DANA's place", () => {
  afterEach(() => void vi.unstubAllEnvs())

  const publicKey = createPublicKey({ key: PUBLISHED_KEYS.sandbox, format: 'jwk' })
  const text = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const request = { method: 'POST', path: '/', headers: {}, body: '{}' }
  const refusal = { name: 'InvalidOptionError', option: 'publicKey' }

  it('is believed by nothing where the environment says production', async () => {
    vi.stubEnv('DANA_ENV', 'PRODUCTION')
    // Another text of the key: none is kept from another environment.
    const other = `${text}\n`
    expect(() => new WebhookParser(other)).toThrow(expect.objectContaining(refusal))
    expect(() => createNotificationHandler({ publicKey: [publicKey], onNotification: async () => {} })).toThrow(
      expect.objectContaining(refusal)
    )
    await expect(verifyNotification(request, { publicKey: other })).rejects.toMatchObject(refusal)
  })

  it('is taken elsewhere', async () => {
    vi.stubEnv('DANA_ENV', undefined)
    vi.stubEnv('ENV', undefined)
    expect(() => new WebhookParser(text)).not.toThrow()
    await expect(verifyNotification(request, { publicKey })).rejects.toMatchObject({ name: 'WebhookVerificationError' })
  })
})
