import { Buffer } from 'node:buffer'
import { KeyError, type KeyKind } from './key-error.js'
import { refuseKey } from './refuse-key.js'

/** What the text of a key says. */
export type KeyText = {
  /** What its markers call it: `RSA PRIVATE KEY`. Without markers, nothing. */
  label: string
  /** How it is encrypted, where the PEM says so in its headers, as OpenSSL once wrote it: `AES-256-CBC,` and a number. */
  encryption: string | undefined
  bytes: Buffer
}

/**
 * Reads what the text of a key says, however it was pasted: with CRLF, with `\n` written out, in quotes, on one line, with
 * words around the markers or without markers.
 *
 * @throws {KeyError}
 */
export function readKeyText(text: string, kind: KeyKind): KeyText {
  // One pass makes line ends, written-out line ends and indentation the same: a space.
  const line = withoutQuotes(text.trim())
    .replace(/(?:\\[nrt]?|\s)+/g, ' ')
    .trim()
  if (line === '') throw refuseKey('empty', kind)
  const { label, body } = withoutMarkers(line, kind)
  const [, encryption, encrypted] = /^ ?Proc-Type: ?4, ?ENCRYPTED DEK-Info: ?([\w-]+,[\dA-F]+) (.*)$/i.exec(body) ?? []
  const base64 = (encrypted ?? body).replaceAll(' ', '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
    throw new KeyError('unsupported', `Invalid ${kind} key format: not valid base64`)
  }
  return { label, encryption, bytes: Buffer.from(base64, 'base64') }
}

function withoutQuotes(text: string): string {
  return /^(["'`]).*\1$/s.test(text) ? text.slice(1, -1).trim() : text
}

function withoutMarkers(line: string, kind: KeyKind): { label: string; body: string } {
  if (!line.includes('--')) return { label: '', body: line }
  const [marker, label] = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(line) ?? []
  if (marker === undefined) throw refuseKey('incomplete_pem', kind)
  const start = line.indexOf(marker) + marker.length
  const end = line.indexOf(`-----END ${label}-----`, start)
  if (end === -1) throw refuseKey('incomplete_pem', kind)
  return { label: label!, body: line.slice(start, end) }
}
