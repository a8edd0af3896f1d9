// Keys

export type { KeyErrorCode } from './keys/key-error.js'
export { KeyError } from './keys/key-error.js'
export type { KeyInput } from './keys/key-input.js'
export type { PrivateKeyOptions } from './keys/parse-private-key.js'
export { parsePrivateKey } from './keys/parse-private-key.js'
export { parsePublicKey } from './keys/parse-public-key.js'

// What is signed

export type { ApplyTokenParts } from './strings-to-sign/apply-token-string-to-sign.js'
export { applyTokenStringToSign } from './strings-to-sign/apply-token-string-to-sign.js'
export { openApiStringToSign } from './strings-to-sign/open-api-string-to-sign.js'
export type { RequestParts } from './strings-to-sign/request-string-to-sign.js'
export { requestStringToSign } from './strings-to-sign/request-string-to-sign.js'
export { seamlessStringToSign } from './strings-to-sign/seamless-string-to-sign.js'

// Signatures

export type { Signer } from './signatures/create-signer.js'
export { createSigner } from './signatures/create-signer.js'
export type { Verifier } from './signatures/create-verifier.js'
export { createVerifier } from './signatures/create-verifier.js'
export type { SignedMessage } from './signatures/verify-message.js'
export { verifyMessage } from './signatures/verify-message.js'

// JSON

export { minifyJson } from './json/minify-json.js'

// Timestamps

export { formatJakartaTime } from './timestamps/format-jakarta-time.js'
export { formatJakartaTimeMs } from './timestamps/format-jakarta-time-ms.js'
export { parseTimestamp } from './timestamps/parse-timestamp.js'

// Response codes

export { findSnapCase } from './response-codes/find-snap-case.js'
export type { ResponseCode } from './response-codes/parse-response-code.js'
export { parseResponseCode } from './response-codes/parse-response-code.js'
export type { SnapCase } from './response-codes/snap-cases.js'
export { SNAP_CASES } from './response-codes/snap-cases.js'
