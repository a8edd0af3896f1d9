import { Buffer } from 'node:buffer'
import { WebhookVerificationError } from './webhook-verification-error.js'

export type BodyLimits = {
  /** The longest body that is read. Default 1 MiB; DANA's are below 20 kB. */
  maxBodyBytes?: number | undefined
  /** How long the whole body may take to arrive. Default 8 seconds, in which DANA wants its answer. */
  bodyTimeoutMs?: number | undefined
}

/**
 * Reads a body that nothing has read yet, Node's stream or the web's. The stream is left open when it fails, so that the
 * answer can still be sent on its connection.
 *
 * @throws {WebhookVerificationError} `body_too_large` or `body_incomplete`
 */
export async function readBody(stream: AsyncIterable<Uint8Array | string>, limits: BodyLimits): Promise<Uint8Array> {
  const { maxBodyBytes = 1_048_576, bodyTimeoutMs = 8000 } = limits
  const chunks: Uint8Array[] = []
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(incomplete('in time')), bodyTimeoutMs)
  })
  try {
    const iterator = stream[Symbol.asyncIterator]()
    for (let size = 0; ; ) {
      const { value, done } = await Promise.race([iterator.next(), timeout])
      if (done) return Buffer.concat(chunks)
      const chunk = Buffer.from(value as Uint8Array)
      size += chunk.length
      if (size > maxBodyBytes) {
        throw new WebhookVerificationError('body_too_large', `The body is longer than ${maxBodyBytes} bytes.`)
      }
      chunks.push(chunk)
    }
  } catch (error) {
    // Whatever a stream throws when its connection breaks.
    throw error instanceof WebhookVerificationError ? error : incomplete('whole')
  } finally {
    clearTimeout(timer)
  }
}

function incomplete(how: string): WebhookVerificationError {
  return new WebhookVerificationError('body_incomplete', `The body did not arrive ${how}.`)
}
