import { createPublicKey, type KeyObject } from 'node:crypto'
import { applyTokenStringToSign, createVerifier, requestStringToSign, type Verifier, verifyMessage } from '@arus/snap-bi'
import { explainSignature } from '../request-log/explain-signature.js'
import type { Merchant } from '../state/merchant.js'
import type { ApiParts, Call } from './call.js'
import { headerOf } from './check-headers.js'
import { cutMember } from './cut-member.js'

/** The text of a call whose signature is right, or why it isn't. */
export type Verified = { text: string } | { why: () => string }

type Key = { verifier: Verifier; key: KeyObject }

/** Each merchant's key is read once. A merchant that changes is another object. */
const keys = new WeakMap<Merchant, Key>()

/** Verifies the signature of a call by the recipe of its profile, with the merchant's public key. */
export function verifyCall(call: Call, merchant: Merchant, parts: ApiParts): Verified {
  const { verifier } = keyOf(merchant)
  const parsed = partsOf(call)
  const text = verifyParts(call, parsed, verifier)
  if (text !== undefined) return { text }
  return { why: once(() => explain(call, parsed, merchant, parts)) }
}

/** Takes long, and the merchant doesn't hear of it: done for whoever looks. */
function explain({ table, method, url, headers, bytes }: Call, parsed: Parts, merchant: Merchant, parts: ApiParts): string {
  return explainSignature({
    method,
    url,
    host: headerOf(headers, 'host'),
    paths: [table.path, ...table.aliases],
    body: bytes,
    ...parsed,
    accessToken: headerOf(headers, 'authorization-customer').replace(/^Bearer /i, ''),
    recipe: table.headerProfile === 'apply-token' || table.headerProfile === 'open-api' ? table.headerProfile : 'request',
    key: keyOf(merchant).key,
    otherKeys: otherKeysOf(merchant, parts)
  })
}

function once(make: () => string): () => string {
  let made: string | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The text that the signature of a call should be of, as the log shows it. */
export function stringToSignOf(call: Call): string {
  const { clientKey, timestamp, enveloped = '' } = partsOf(call)
  switch (call.table.headerProfile) {
    case 'apply-token':
      return applyTokenStringToSign({ clientKey, timestamp })
    case 'open-api':
      return enveloped
    default:
      return requestStringToSign({ method: call.method, path: pathOf(call.url), body: call.bytes, timestamp })
  }
}

/** Without the query. */
export function pathOf(url: string): string {
  const end = url.indexOf('?')
  return end === -1 ? url : url.slice(0, end)
}

type Parts = { clientKey: string; timestamp: string; signature: string; enveloped?: string }

function partsOf({ table, headers, bytes }: Call): Parts {
  if (table.headerProfile === 'open-api') return envelopeOf(bytes.toString('utf8'))
  return {
    clientKey: headerOf(headers, table.headerProfile === 'apply-token' ? 'X-CLIENT-KEY' : 'X-PARTNER-ID'),
    timestamp: headerOf(headers, 'X-TIMESTAMP'),
    signature: headerOf(headers, 'X-SIGNATURE')
  }
}

function envelopeOf(text: string): Parts {
  try {
    const { request, signature } = JSON.parse(text) as { request?: { head?: Record<string, unknown> }; signature?: unknown }
    const { clientId, reqTime } = request?.head ?? {}
    return {
      clientKey: String(clientId ?? ''),
      timestamp: String(reqTime ?? ''),
      signature: String(signature ?? ''),
      enveloped: cutMember(text, 'request') ?? ''
    }
  } catch {
    return { clientKey: '', timestamp: '', signature: '', enveloped: '' }
  }
}

function verifyParts({ table, method, url, bytes }: Call, parts: Parts, verifier: Verifier): string | undefined {
  const { clientKey, timestamp, signature, enveloped = '' } = parts
  switch (table.headerProfile) {
    case 'apply-token':
      return verifier.verify(applyTokenStringToSign({ clientKey, timestamp }), signature) ? bytes.toString('utf8') : undefined
    case 'open-api':
      return verifier.verify(enveloped, signature) ? bytes.toString('utf8') : undefined
    default:
      return verifyMessage({ method, path: pathOf(url), body: bytes, timestamp, signature }, verifier)
  }
}

function otherKeysOf(merchant: Merchant, { engine, sandboxPublicKey }: ApiParts): { name: string; key: KeyObject }[] {
  const others = engine.listMerchants().filter(({ partnerId }) => partnerId !== merchant.partnerId)
  return [
    ...(sandboxPublicKey === undefined ? [] : [{ name: "the sandbox's own key", key: sandboxPublicKey }]),
    ...others.map((other) => ({ name: `the key of partner ${other.partnerId}`, key: keyOf(other).key }))
  ]
}

function keyOf(merchant: Merchant): Key {
  const known = keys.get(merchant)
  if (known !== undefined) return known
  const key = createPublicKey(merchant.publicKey)
  const made = { key, verifier: createVerifier(key) }
  keys.set(merchant, made)
  return made
}
