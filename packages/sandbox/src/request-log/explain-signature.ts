import { Buffer } from 'node:buffer'
import { createHash, type KeyObject } from 'node:crypto'
import { minifyJson, parseTimestamp } from '@arus/snap-bi'
import { recoverDigest } from './recover-digest.js'

/** A request whose signature did not verify, and the keys that might have made it. */
export type UnverifiedRequest = {
  method: string
  /** As it was requested, query and all. */
  url: string
  /** The Host header. */
  host: string
  /** All paths of the operation. */
  paths: readonly string[]
  body: Uint8Array
  timestamp: string
  /** The partner id. */
  clientKey: string
  accessToken: string
  /** The X-SIGNATURE header, or what an envelope has. */
  signature: string
  /** What should have been signed. */
  recipe: 'request' | 'apply-token' | 'open-api'
  /** For an envelope: the text of its `request`. */
  enveloped?: string
  /** The merchant's. */
  key: KeyObject
  /** Others that a merchant may have taken by mistake, with what they are. */
  otherKeys: readonly { name: string; key: KeyObject }[]
}

/** A way in which one part of the text may have been wrong, and that part; the right one has no `why`. */
type Guess = { value: string; why?: string }

/**
 * Tells why a signature did not verify, as far as that can be told: the wrong key, or the right key and another text, and
 * then in which part the text differs, if it is one of the usual mistakes.
 */
export function explainSignature(request: UnverifiedRequest): string {
  const signature = Buffer.from(request.signature, 'base64')
  if (/^[0-9a-f]{256,}$/i.test(request.signature)) return 'is hexadecimal: write it in base64'
  if (signature.toString('base64') !== request.signature) return 'is not base64 (standard alphabet, padded)'
  const digest = recoverDigest(signature, request.key)
  if (digest === undefined) {
    const owner = request.otherKeys.find(({ key }) => recoverDigest(signature, key) !== undefined)
    if (owner !== undefined) return `verifies with ${owner.name}, not with the key of partner ${request.clientKey}`
    return `was not made with the private key whose public key partner ${request.clientKey} has here (${signature.length} bytes)`
  }
  if (digest.hash !== 'SHA-256') return `was made with ${digest.hash}: sign with RSA, PKCS#1 v1.5 and SHA-256`
  const why = explainText(request, digest.hex)
  return why === undefined ? "is the right key's, but of another text than the string to sign" : why
}

function explainText(request: UnverifiedRequest, digest: string): string | undefined {
  const text = Buffer.from(request.body).toString('utf8')
  const timestamps = guessTimestamps(request.timestamp)
  const others: Guess[] = [
    ...timestamps.flatMap(({ value }) => [
      { value: `${request.clientKey}|${value}`, why: 'verifies by the recipe of applyToken (client key and timestamp)' },
      { value: `|${value}`, why: 'verifies by the recipe of applyToken, with an empty client key' }
    ]),
    { value: request.enveloped ?? text, why: "verifies over the body's text alone" },
    { value: text, why: 'verifies over the whole body' },
    { value: minifyJson(text) ?? '', why: 'verifies over the minified body alone' },
    { value: reserialise(request.enveloped ?? text), why: 'verifies over the text written again by JSON.stringify' },
    { value: pretty(request.enveloped ?? text), why: 'verifies over the text with other whitespace' }
  ]
  if (request.recipe !== 'request') {
    const other = others.find(({ value }) => sha256(value) === digest)
    if (other !== undefined) return other.why
  }
  return (
    explainParts(request, timestamps, digest) ??
    explainMoment(request, digest) ??
    others.find(({ value }) => sha256(value) === digest)?.why
  )
}

/** Tries the ways in which method, path, body and timestamp may be wrong, alone or two together. */
function explainParts(request: UnverifiedRequest, timestamps: Guess[], digest: string): string | undefined {
  const hashes = guessBodies(request)
  for (const method of guessMethods(request.method))
    for (const path of guessPaths(request))
      for (const hash of hashes)
        for (const timestamp of timestamps) {
          const parts = [method, path, hash, timestamp]
          if (parts.filter(({ why }) => why !== undefined).length > 2) continue
          const right = parts.map(({ value }) => value)
          const withToken = [right[0], right[1], request.accessToken, right[2], right[3]]
          for (const [text, recipe] of [
            [right.join(':'), []],
            [withToken.join(':'), ['with the access token in the text, which DANA leaves out']]
          ] as const) {
            if (sha256(text) !== digest) continue
            const reasons = [...parts.flatMap(({ why }) => why ?? []), ...recipe]
            if (request.recipe === 'apply-token')
              return 'verifies by the recipe of the other operations: sign CLIENT_KEY|TIMESTAMP'
            if (request.recipe === 'open-api') return 'verifies by the recipe of the other operations: sign the text of `request`'
            return `verifies ${reasons.join(' and ')}`
          }
        }
  return undefined
}

/** Tries the seconds around: the text was made with another clock reading than the header. */
function explainMoment(request: UnverifiedRequest, digest: string): string | undefined {
  const moment = parseTimestamp(request.timestamp)
  if (moment === undefined) return undefined
  const [, zone = ''] = /([+-]\d\d:\d\d|Z)$/.exec(request.timestamp) ?? []
  const shift = moment - Date.parse(`${request.timestamp.slice(0, 19)}Z`)
  const hash = sha256(request.body)
  const path = request.url.split('?')[0]!
  for (let seconds = -300; seconds <= 300; seconds++) {
    const value = new Date(moment - shift + seconds * 1000).toISOString().slice(0, 19) + zone
    const text = request.recipe === 'apply-token' ? `${request.clientKey}|${value}` : `${request.method}:${path}:${hash}:${value}`
    if (sha256(text) === digest) return `verifies with the timestamp ${value}: X-TIMESTAMP differs from what was signed`
  }
  return undefined
}

function guessMethods(method: string): Guess[] {
  const others = [method.toLowerCase(), 'GET', ''].filter((other) => other !== method)
  return [{ value: method }, ...others.map((value) => ({ value, why: `with the method '${value}'` }))]
}

function guessPaths({ url, host, paths }: UnverifiedRequest): Guess[] {
  const path = url.split('?')[0]!
  const others = [
    url,
    path.slice(1),
    `${path}/`,
    `http://${host}${path}`,
    `https://${host}${path}`,
    path.replace(/\.htm$/, ''),
    `${path}.htm`,
    ...paths,
    ...paths.map((other) => other.replace(/^\/(rest\/redirection|rest)/, ''))
  ]
  const different = [...new Set(others)].filter((other) => other !== path)
  return [{ value: path }, ...different.map((value) => ({ value, why: `with the path ${value}` }))]
}

function guessBodies({ body }: UnverifiedRequest): Guess[] {
  const text = Buffer.from(body).toString('utf8')
  const right = sha256(body)
  const why = 'over the body with other whitespace'
  const guesses: Guess[] = [
    { value: right },
    { value: right.toUpperCase(), why: 'with the hash in upper case' },
    { value: Buffer.from(right, 'hex').toString('base64'), why: 'with the hash in base64' },
    { value: text, why: 'with the body itself instead of its hash' },
    { value: sha256(reserialise(text)), why },
    ...[2, 4, '\t'].map((indent) => ({ value: sha256(pretty(text, indent)), why })),
    ...[2, 4, '\t'].map((indent) => ({ value: sha256(`${pretty(text, indent)}\n`), why })),
    { value: sha256(spaced(text)), why },
    { value: sha256(`${text}\n`), why },
    { value: sha256(text.trim()), why },
    { value: sha256(text.replaceAll('/', '\\/')), why: 'over the body with escaped slashes' },
    { value: sha256(text.replaceAll('\\/', '/')), why: 'over the body without escaped slashes' },
    { value: sha256(''), why: 'over an empty body' },
    { value: sha256('{}'), why: 'over the body {}' }
  ]
  return guesses.filter(({ value }, index) => index === 0 || value !== right)
}

function guessTimestamps(timestamp: string): Guess[] {
  const moment = parseTimestamp(timestamp)
  if (moment === undefined) return [{ value: timestamp }]
  const utc = new Date(moment).toISOString()
  const jakarta = new Date(moment + 7 * 3_600_000).toISOString()
  const others = [
    utc,
    `${utc.slice(0, 19)}Z`,
    `${utc.slice(0, 19)}+07:00`,
    `${jakarta.slice(0, 19)}+07:00`,
    `${jakarta.slice(0, 23)}+07:00`,
    String(moment),
    ''
  ].filter((other) => other !== timestamp)
  return [
    { value: timestamp },
    ...others.map((value) => ({ value, why: `with the timestamp '${value}', not that of the header` }))
  ]
}

function reserialise(text: string): string {
  return pretty(text, 0)
}

function pretty(text: string, indent: number | string = 2): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, indent)
  } catch {
    return text
  }
}

/** As Python writes JSON: a space after each colon and comma. */
function spaced(text: string): string {
  return pretty(text, 1).replace(/\n\s*/g, (_, at: number, all: string) => (all[at - 1] === ',' ? ' ' : ''))
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
