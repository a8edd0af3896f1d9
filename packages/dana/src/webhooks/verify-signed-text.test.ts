import { createSigner, createVerifier, parsePrivateKey, parsePublicKey, requestStringToSign } from '@arus/snap-bi'
import { expect, it } from 'vitest'
import { privatePem, publicPem } from '../testing/recorded-keys.js'
import { webhookErrorOf } from '../testing/webhook-error-of.js'
import { verifySignedText } from './verify-signed-text.js'

const verifier = createVerifier(parsePublicKey(publicPem('gateway')))
const timestamp = '2026-01-15T10:04:05+07:00'
const body = '{}'

function sign(method: string, path: string): { signature: string; timestamp: string } {
  const text = requestStringToSign({ method, path, body, timestamp })
  return { signature: createSigner(parsePrivateKey(privatePem('gateway'))).signSync(text), timestamp }
}

it('takes the beginning of a path for no part of the method', async () => {
  const headers = sign('POST', '/V1:/notify')
  expect(verifySignedText({ method: 'POST', headers, body }, ['/V1:/notify'], verifier)).toBe(body)
  const { code } = await webhookErrorOf(() => verifySignedText({ method: 'POST:/V1', headers, body }, ['/notify'], verifier))
  expect(code).toBe('invalid_signature')
})

it.each([undefined, null, 5, ['/notify'], Symbol('path'), Object.create(null)])(
  'takes for unsigned what has a method or path that is no text: %s',
  async (value) => {
    const headers = sign('POST', '/notify')
    const verify = (method: unknown, path: unknown) =>
      webhookErrorOf(() => verifySignedText({ method: method as string, headers, body }, [path as string], verifier))
    expect((await verify('POST', value)).code).toBe('invalid_signature')
    expect((await verify(value, '/notify')).code).toBe('invalid_signature')
  }
)
