import { createPrivateKey } from 'node:crypto'
import { Dana, type InvalidOptionError } from '@arus/dana'
import { PUBLISHED_KEYS } from '@arus/sandbox'
import { describe, expect, it } from 'vitest'

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

describe("the sandbox's published key", () => {
  it.each(Object.entries(forms))('signs nothing in production when given as %s', async (_form, privateKey) => {
    const { sent, error } = await callWith(privateKey, 'PRODUCTION')
    expect(sent).toBe(0)
    expect(error).toMatchObject({ name: 'InvalidOptionError', option: 'privateKey' } satisfies Partial<InvalidOptionError>)
    expect((error as Error).message).toContain('published')
  })

  it('signs outside production', async () => {
    expect(await callWith(key, 'sandbox')).toEqual({ sent: 1, error: undefined })
  })
})
