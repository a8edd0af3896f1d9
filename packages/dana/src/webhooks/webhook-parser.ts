import { readFileSync } from 'node:fs'
import type { Verifier } from '@arus/snap-bi'
import { RequiredError } from '../errors/required-error.js'
import type { FinishNotifyRequest } from '../generated/webhook-models.js'
import { verifierOf } from '../keys/key-cache.js'
import { parseNotification } from './parse-notification.js'
import { readSignatureHeaders, type WebhookHeaders } from './read-signature-headers.js'
import { verifySignedText } from './verify-signed-text.js'

/**
 * Verifies and parses DANA's finish-notify messages, by the interface that dana-node has. The key given here is the key
 * that is used, in every environment. Make one and keep it.
 *
 * It checks no timestamp and remembers nothing, as dana-node's: {@link verifyNotification} does both.
 *
 * @example
 * const parser = new WebhookParser(process.env.DANA_PUBLIC_KEY, process.env.DANA_PUBLIC_KEY_PATH)
 * const notification = parser.parseWebhook('POST', '/v1.0/debit/notify', headers, rawBody)
 * console.log(notification.originalPartnerReferenceNo, notification.latestTransactionStatus)
 */
export class WebhookParser {
  readonly #verifier: Verifier

  /**
   * @param publicKey DANA's public key: PEM, PEM with `\n` written out, or the bare base64 of one
   * @param publicKeyPath the file of the key, read here and now. It comes before `publicKey`; '' counts as absent
   * @throws {RequiredError} when neither is given
   * @throws {InvalidOptionError} when it is the local sandbox's and the environment says production
   * @throws {KeyError} when it is no RSA public key, and the system's error when the file can't be read
   */
  constructor(publicKey?: string, publicKeyPath?: string) {
    const keyText = publicKeyPath ? readFileSync(publicKeyPath, 'utf8') : publicKey
    if (!keyText) throw new RequiredError('publicKey', 'Either publicKey or publicKeyPath must be provided.')
    this.#verifier = verifierOf(keyText)
  }

  /**
   * @param httpMethod the method of the request, in any letter case
   * @param relativePathUrl the path that DANA called and therefore signed, without host and query
   * @param headers the request's headers, names in any letter case
   * @param body the body as it came; one that was parsed and turned into text again may verify no more
   * @returns the notification, parsed from the very text that was verified
   * @throws {WebhookVerificationError} and nothing else; `code` says why
   */
  parseWebhook(
    httpMethod: string,
    relativePathUrl: string,
    headers: WebhookHeaders,
    body: string | Uint8Array
  ): FinishNotifyRequest {
    const signed = { method: httpMethod, headers: readSignatureHeaders(headers), body }
    return parseNotification(verifySignedText(signed, [relativePathUrl], this.#verifier))
  }
}
