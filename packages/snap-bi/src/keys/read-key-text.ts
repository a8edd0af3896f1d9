import { Buffer } from 'node:buffer'
import type { KeyKind } from './key-error.js'
import { refuseKey } from './refuse-key.js'

/** A key's DER bytes, or the PEM text of one that is encrypted the old way, which has no DER. */
export type KeyText = { der: Buffer } | { encryptedPem: string }

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
  const encrypted = /^ ?Proc-Type: ?4, ?ENCRYPTED DEK-Info: ?([\w-]+,[\dA-F]+) (.*)$/i.exec(body)
  const base64 = (encrypted?.[2] ?? body).replaceAll(' ', '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
    throw refuseKey('unsupported', kind, `Invalid ${kind} key format: not valid base64`)
  }
  if (encrypted === null) return { der: Buffer.from(base64, 'base64') }
  const headers = `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${encrypted[1]}\n`
  return { encryptedPem: toPem(label, base64, headers) }
}

/** PEM as OpenSSL reads it: lines of 64 characters. */
export function toPem(label: string, base64: string, headers = ''): string {
  const lines = base64.replace(/.{64}(?!$)/g, '$&\n')
  return `-----BEGIN ${label}-----\n${headers}${headers && '\n'}${lines}\n-----END ${label}-----\n`
}

function withoutQuotes(text: string): string {
  return /^(["'`]).*\1$/s.test(text) ? text.slice(1, -1).trim() : text
}

function withoutMarkers(line: string, kind: KeyKind): { label: string; body: string } {
  if (!line.includes('--')) return { label: '', body: line }
  const begin = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(line)
  const start = begin === null ? 0 : begin.index + begin[0].length
  const end = begin === null ? -1 : line.indexOf(`-----END ${begin[1]}-----`, start)
  if (end === -1) throw refuseKey('incomplete_pem', kind)
  return { label: begin![1]!, body: line.slice(start, end) }
}
