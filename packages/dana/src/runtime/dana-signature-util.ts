import { applyTokenStringToSign, parsePrivateKey, parsePublicKey, requestStringToSign, seamlessStringToSign } from '@arus/snap-bi'
import { RequiredError } from '../errors/required-error.js'
import { signerOf } from '../keys/key-cache.js'

/**
 * dana-node's signing functions, each of which takes the private key's text. The parsed key is kept, so that a repeated call
 * costs no more than the signature. They sign on the calling thread; the operations of the client don't.
 */
// biome-ignore lint/complexity/noStaticOnlyClass: dana-node's surface
export class DanaSignatureUtil {
  /**
   * Signs a SNAP request (B2B and B2B2C): method, path, hash of the body, timestamp.
   *
   * @param httpMethod as it is sent; it is not upper-cased
   * @param endpointUrl the path, without host and query
   * @param requestBody as it is sent; it is not minified
   * @throws {Error} "Failed to generate signature: …" when the key can't be used
   *
   * @example
   * const signature = DanaSignatureUtil.generateSnapB2BScenarioSignature(
   *   'POST', '/v1.0/debit/cancel.htm', '{}', privateKey, '2026-01-15T10:04:05+07:00'
   * )
   */
  static generateSnapB2BScenarioSignature(
    httpMethod: string,
    endpointUrl: string,
    requestBody: string,
    privateKey: string,
    timestamp: string
  ): string {
    return signWith(privateKey, requestStringToSign({ method: httpMethod, path: endpointUrl, body: requestBody, timestamp }))
  }

  /** Signs an applyToken request: partner id and timestamp. The body is not covered. */
  static generateSnapApplyTokenScenarioSignature(partnerId: string, privateKey: string, timestamp: string): string {
    return signWith(privateKey, applyTokenStringToSign({ clientKey: partnerId, timestamp }))
  }

  /** Signs an Open API 2.0 request: the JSON text of its `request`. */
  static generateOpenApiScenarioSignature(privateKey: string, requestBody: string): string {
    return signWith(privateKey, requestBody)
  }

  /**
   * Signs the seamless data of an OAuth URL. The result is percent-encoded, and is encoded once more in the URL: DANA expects
   * it so.
   *
   * @throws {RequiredError} without a key
   */
  static generateSeamlessSign(seamlessData: object, privateKey: string): string {
    if (!seamlessData) return ''
    if (!privateKey) throw new RequiredError('generateSeamlessSign', 'Private key is required')
    try {
      return encodeURIComponent(signerOf(privateKey).signSync(seamlessStringToSign(seamlessData)))
    } catch (error) {
      throw new Error(`Failed to calculate seamlessSign: ${messageOf(error)}`, { cause: error })
    }
  }

  /** Writes a key of any form that can be read as PEM. */
  static convertToPEM(key: string, keyType: 'PRIVATE' | 'PUBLIC'): string {
    if (keyType === 'PUBLIC') return parsePublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
    return parsePrivateKey(key).export({ type: 'pkcs8', format: 'pem' }).toString()
  }
}

function signWith(privateKey: string, text: string): string {
  try {
    return signerOf(privateKey).signSync(text)
  } catch (error) {
    throw new Error(`Failed to generate signature: ${messageOf(error)}`, { cause: error })
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
