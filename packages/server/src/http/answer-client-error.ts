import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { ApiError } from '../errors/api-error.js'
import { makeIdentifier } from '../identifiers/make-identifier.js'
import { presentError } from './answer-errors.js'
import { SECURITY_HEADERS } from './security-headers.js'

const FAULTS: Record<string, { statusCode: number; message: string }> = {
  HPE_HEADER_OVERFLOW: { statusCode: 431, message: 'the request has too many headers, or too long ones' },
  ERR_HTTP_REQUEST_TIMEOUT: { statusCode: 408, message: 'the request did not come in whole in time' }
}

/** Answers what isn't even an HTTP request, in the same shape as everything else, and closes the connection. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { statusCode, message } = FAULTS[error.code ?? ''] ?? {
    statusCode: 400,
    message: 'this is no HTTP request that can be read'
  }
  const headers = Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}\r\n`)
  const body = JSON.stringify(presentError(new ApiError('DPAY_INVALID_REQUEST', { message }), makeIdentifier('request')))
  socket.end(
    `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode]}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `${headers.join('')}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`
  )
}
