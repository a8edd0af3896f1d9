import { isUtf8 } from 'node:buffer'
import { createPrivateKey, createPublicKey } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { requestStringToSign } from '../strings-to-sign/request-string-to-sign.js'
import { KEYS } from '../testing/keys.js'
import { RECORDED_NOTIFICATIONS } from '../testing/recorded-notifications.js'
import { createSigner } from './create-signer.js'
import { createVerifier } from './create-verifier.js'
import { type SignedMessage, verifyMessage } from './verify-message.js'

const { minified, prettySignedMinified, prettySignedAsSent } = RECORDED_NOTIFICATIONS
const privateKey = createPrivateKey({ key: KEYS.gateway, format: 'jwk' })
const verifier = createVerifier(createPublicKey(privateKey))
const signer = createSigner(privateKey)
const envelope = { method: 'POST', path: '/v1.0/debit/notify', timestamp: '2026-01-15T10:04:05+07:00' }

/** A message whose signature covers `signed`, or its body. */
function messageOf(body: string | Uint8Array, signed = body): SignedMessage {
  return { ...envelope, body, signature: signer.signSync(requestStringToSign({ ...envelope, body: signed })) }
}

describe('a message', () => {
  it('is verified as it came, from text and from bytes', () => {
    expect(verifyMessage(minified, verifier)).toBe(minified.body)
    expect(verifyMessage({ ...minified, body: Buffer.from(minified.body) }, verifier)).toBe(minified.body)
    expect(verifyMessage(prettySignedAsSent, verifier)).toBe(prettySignedAsSent.body)
    expect(verifyMessage({ ...minified, body: new TextEncoder().encode(minified.body) }, verifier)).toBe(minified.body)
  })

  it('is verified by its minified text, and that is the text given', () => {
    expect(verifyMessage(prettySignedMinified, verifier)).toBe(minified.body)
    expect(verifyMessage({ ...prettySignedMinified, body: Buffer.from(prettySignedMinified.body) }, verifier)).toBe(minified.body)
    const body = '{ "value": 1.0, "value": 1e3, "note": "\\u00e9 \\/ x" }'
    expect(verifyMessage(messageOf(body, '{"value":1.0,"value":1e3,"note":"\\u00e9 \\/ x"}'), verifier)).toBe(
      '{"value":1.0,"value":1e3,"note":"\\u00e9 \\/ x"}'
    )
  })

  it('is not mended in any other way', () => {
    const body = '{"value":1.0,"note":"\\u00e9"}'
    for (const signed of [JSON.stringify(JSON.parse(body)), body.replace('1.0', '1'), ` ${body}`, `${body}\n`, '{}', '']) {
      expect(verifyMessage(messageOf(body, signed), verifier)).toBeUndefined()
    }
  })

  it('is no other text that lacks the same spaces when it is not JSON', () => {
    for (const [body, signed] of [
      ['{"value":1 0}', '{"value":10}'],
      ['{"value": tr ue}', '{"value":true}'],
      ['no JSON', 'noJSON'],
      ['{"cut": "off ', '{"cut":"off '],
      ['\u000b{}', '{}']
    ] as const) {
      expect(verifyMessage(messageOf(body, signed), verifier)).toBeUndefined()
    }
  })

  it('is not parsed unless it was signed', () => {
    const parse = vi.spyOn(JSON, 'parse')
    onTestFinished(() => parse.mockRestore())
    expect(verifyMessage(messageOf('{ "value": 1 }', '{"value":2}'), verifier)).toBeUndefined()
    expect(parse).not.toHaveBeenCalled()
  })

  it('may have any text for a body, also none', () => {
    for (const body of ['', 'no JSON', '{"cut":', '\u0000', 'Kopi “Tubruk” é 😀']) {
      expect(verifyMessage(messageOf(body), verifier)).toBe(body)
      expect(verifyMessage(messageOf(Buffer.from(body)), verifier)).toBe(body)
    }
  })

  it('is refused when anything of it was changed', () => {
    const { signature: other } = messageOf('{}')
    for (const change of [
      { method: 'post' },
      { path: '/v1.0/debit/notify?x=1' },
      { path: 'v1.0/debit/notify' },
      { timestamp: '2026-01-15T10:04:06+07:00' },
      { body: minified.body.replace('10000.00', '90000.00') },
      { body: `${minified.body} `.replace('"00"', '"05"') },
      { signature: other },
      { signature: '' },
      { signature: 'not-a-signature' },
      { signature: ` ${minified.signature}` }
    ]) {
      expect(verifyMessage({ ...minified, ...change }, verifier)).toBeUndefined()
    }
    const stranger = createVerifier(createPublicKey({ key: KEYS.other, format: 'jwk' }))
    expect(verifyMessage(minified, stranger)).toBeUndefined()
  })

  it('without a signature is refused, not an error', () => {
    for (const signature of [undefined, null, 42, ['']]) {
      expect(verifyMessage({ ...minified, signature } as unknown as SignedMessage, verifier)).toBeUndefined()
    }
  })
})

describe('the text of a verified message', () => {
  it('keeps a byte order mark that was signed, and none is taken away to verify', () => {
    const text = '\ufeff{"a":1}'
    expect(verifyMessage(messageOf(Buffer.from(text)), verifier)).toBe(text)
    expect(verifyMessage(messageOf(Buffer.from(text), '{"a":1}'), verifier)).toBeUndefined()
    expect(verifyMessage(messageOf(text, '{"a":1}'), verifier)).toBeUndefined()
    expect(verifyMessage(messageOf('{"a":1}', text), verifier)).toBeUndefined()
  })

  it('is none for bytes that are no UTF-8, though they were signed', () => {
    for (const hex of ['ff', 'c3', 'c080', 'eda080', 'f4908080', '7b2261223a22ff227d']) {
      expect(verifyMessage(messageOf(Buffer.from(hex, 'hex')), verifier)).toBeUndefined()
    }
  })

  it('is none for half a surrogate pair, though what encoders make of it was signed', () => {
    for (const body of ['{"a":"\ud800"}', '{ "a": "\ud800" }']) {
      expect(verifyMessage(messageOf(body), verifier)).toBeUndefined()
      expect(verifyMessage(messageOf(body, '{"a":"\ufffd"}'), verifier)).toBeUndefined()
    }
    expect(verifyMessage(messageOf('{"a":"\ufffd"}'), verifier)).toBe('{"a":"\ufffd"}')
  })

  it('has the bytes that were signed', () => {
    const someBytes = fc.oneof(
      fc.uint8Array(),
      fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text))
    )
    fc.assert(
      fc.property(someBytes, (bytes) => {
        const text = verifyMessage(messageOf(bytes), verifier)
        expect(text !== undefined).toBe(isUtf8(bytes))
        if (text !== undefined) expect(Buffer.from(text).equals(bytes)).toBe(true)
      }),
      { numRuns: 60 }
    )
  })
})
