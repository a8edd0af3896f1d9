/** One thing that Arus does on purpose otherwise than dana-node 2.1.10. */
export type Difference = {
  id: string
  /** What it is about, in a few words. */
  topic: string
  /** What dana-node does. */
  danaNode: string
  /** What Arus does instead. */
  arus: string
  why: string
  /** The vectors that record what dana-node does: file and id. */
  vectors?: readonly string[]
}

/**
 * The one table of differences: the rows of `docs/migrate-from-dana-node.md`. Each has its proof in `proofs/`, and every
 * vector that is not listed here passes as recorded.
 */
export const DIFFERENCES = [
  {
    id: 'env-file',
    topic: '`.env`',
    danaNode: 'Importing it loads the `.env` file of the working folder, and dotenv prints a line.',
    arus: "Importing does nothing. `import '@arus/dana/env'`, before the client's import, loads `.env` and overrides no variable. An error for a missing variable says so when a `.env` is there.",
    why: 'An import that reads files and changes the process surprises tests, bundlers and whoever has two clients.'
  },
  {
    id: 'timestamps-in-jakarta-time',
    topic: '`X-TIMESTAMP`',
    danaNode: "Is written in the process's time zone: `…Z` on a server in UTC.",
    arus: 'Is Jakarta time, `…+07:00`, whatever the zone.',
    why: 'That is the form that DANA documents.',
    vectors: ['dana-requests/cancelOrder/tz-utc-gives-Z-timestamp']
  },
  {
    id: 'oauth-timestamp-without-milliseconds',
    topic: '`timestamp` of the OAuth URL',
    danaNode: 'Has milliseconds: 29 characters.',
    arus: 'Has none: 25 characters.',
    why: 'DANA documents 25.',
    vectors: [
      'dana-oauth/api/sandbox-default',
      'dana-oauth/api/production',
      'dana-oauth/api/production-uppercase',
      'dana-oauth/api/all-optional',
      'dana-oauth/api/seamless-with-env-key',
      'dana-oauth/api/seamless-with-argument-key',
      'dana-oauth/api/seamless-without-key-unsigned',
      'dana-oauth/api/generated-state-and-external-id',
      'dana-oauth/api/no-merchantId',
      'dana-oauth/api/tz-utc'
    ]
  },
  {
    id: 'profile-request-time',
    topic: '`reqTime` of `queryUserProfile`',
    danaNode: 'Is right on servers in UTC only: seven hours ahead in Jakarta.',
    arus: 'Is Jakarta time, whatever the zone.',
    why: 'It is meant to be the time of the request.'
  },
  {
    id: 'answers-that-are-no-json',
    topic: 'An error answer that is no JSON (a 504 page, an empty 500)',
    danaNode: 'Becomes `TypeError: Body is unusable`. The HTTP status is lost.',
    arus: 'Is a `ResponseError` with `status`, and the text in `rawResponse`.',
    why: 'Whether money may have moved has to be known most of all then.',
    vectors: ['dana-responses/error-504-html-throws-TypeError']
  },
  {
    id: 'unreadable-success',
    topic: 'HTTP 200 with a body that is no JSON object',
    danaNode: 'Rejects with a `SyntaxError`, without status or body.',
    arus: "Rejects with a `ResponseError`: `kind: 'unreadable'`, `outcome: 'unknown'`, the text in `rawResponse`.",
    why: 'The order may exist: ask with `queryPayment`.'
  },
  {
    id: 'success-that-lacks-a-field',
    topic: 'A success answer that lacks a list (`userResources` of `applyOTT`)',
    danaNode: "Dies with `TypeError: … (reading 'map')`.",
    arus: 'Resolves to what is there.',
    why: 'An answer must never crash the client.'
  },
  {
    id: 'missing-mandatory-fields',
    topic: 'Mandatory fields that are undefined or null',
    danaNode: 'Are sent as they are: `widgetPayment({})` sends `{}`.',
    arus: 'Are reported before anything is sent, by path: `additionalInfo.order.orderTitle is mandatory`. An empty text counts as given. `checkRequired: false` or `DANA_CHECK_REQUIRED=false` sends them as before.',
    why: 'DANA refuses them, and names one at a time.'
  },
  {
    id: 'missing-access-token',
    topic: 'A call on behalf of a user without `additionalInfo` or its `accessToken`',
    danaNode: 'Dies with `TypeError: Cannot read properties of undefined`.',
    arus: 'Is refused with a `ValidationError` that names the paths.',
    why: 'The message says what to do.',
    vectors: ['dana-validation/missing-additionalInfo-typeerror', 'dana-validation/missing-accessToken-typeerror']
  },
  {
    id: 'null-in-a-header-field',
    topic: '`endUserIpAddress`, `latitude` or `longitude` that is null',
    danaNode: 'Is sent as a header with the text `null`.',
    arus: 'Its header is left out, as when it is undefined. In the body it stays null, as before.',
    why: '`null` is no address.'
  },
  {
    id: 'three-digit-longitudes',
    topic: '`longitude` from 100 on',
    danaNode: 'Is refused: `longitude must match required pattern`.',
    arus: 'Passes, with one to three digits before the point.',
    why: 'Jakarta is at 106.8.'
  },
  {
    id: 'key-forms',
    topic: 'Forms of the private key',
    danaNode: 'Refuses bare base64 of PKCS#1, PEM on one line and encrypted PEM, with an OpenSSL message.',
    arus: 'Takes them all, and `KeyObject`, JSON Web Key and bytes; `privateKeyPassphrase` opens an encrypted one. The key is parsed once.',
    why: 'This is how keys arrive in environment variables.',
    vectors: ['dana-signing/key-form/pkcs1-bare-base64', 'dana-signing/key-form/pkcs8-single-line-with-markers']
  },
  {
    id: 'key-variables',
    topic: '`PRIVATE_KEY_PATH` and `X_PRIVATE_KEY`',
    danaNode: 'Are in its documents, and are never read.',
    arus: 'Are read: `privateKey`, `privateKeyPath`, `PRIVATE_KEY_PATH`, `PRIVATE_KEY`, `X_PRIVATE_KEY`, in this order. A text is never taken for a path.',
    why: 'The documents say so.'
  },
  {
    id: 'env-in-any-letter-case',
    topic: '`env`, `DANA_ENV`, `ENV`',
    danaNode: '`new Dana` takes lower case only, and throws for `SANDBOX`, which its README recommends.',
    arus: 'Are read in any letter case.',
    why: 'The static functions take any case already.'
  },
  {
    id: 'valid-up-to-by-client',
    topic: 'The rule that `validUpTo` is at most 30 minutes ahead',
    danaNode: "Goes by the variables alone: it refuses what `new Dana({ env: 'production' })` may send.",
    arus: "Applies only when neither the client's `env` nor the variables say production.",
    why: "It is a rule of DANA's sandbox."
  },
  {
    id: 'middleware',
    topic: '`withMiddleware`, `withPreMiddleware`, `withPostMiddleware` of `widgetApi`',
    danaNode: 'Always throw.',
    arus: 'Give the same API with the middleware, and leave the original as it was.',
    why: 'They are in its types.'
  },
  {
    id: 'other-apis',
    topic: '`paymentGatewayApi`, `disbursementApi`, `merchantManagementApi`',
    danaNode: 'Are there.',
    arus: 'Throw an `UnsupportedApiError` when they are read, which says how to keep dana-node for them.',
    why: 'This package has the Widget API.'
  },
  {
    id: 'deadline',
    topic: 'A call that gets no answer',
    danaNode: 'Waits as long as `fetch` does.',
    arus: "Ends after 30 seconds (`timeoutMs`) with a `FetchError` of `kind: 'timeout'`. A call may have its own `timeoutMs` and `signal`.",
    why: 'DANA answers within 8 seconds, or not at all.'
  },
  {
    id: 'repeated-reads',
    topic: 'A failed `queryPayment`, `balanceInquiry` or `queryUserProfile`',
    danaNode: 'Fails at once.',
    arus: 'Is tried again up to twice (`maxRetries`), signed anew, when the failure may pass. `widgetPayment` and `refundOrder` only when the call asks for it; the others never.',
    why: 'They only read.'
  },
  {
    id: 'aborted-calls',
    topic: 'A call that its `signal` ends',
    danaNode: 'Has the message of every failed `fetch`.',
    arus: "Is a `FetchError` too, with `kind: 'aborted'` and a message that says so. `cause` is the reason of the signal.",
    why: 'It is no failure of the network.'
  },
  {
    id: 'redirects',
    topic: 'An answer that is a redirect',
    danaNode: "Is followed, with the body and the user's token, wherever it leads.",
    arus: "Is a `ResponseError` with `kind: 'unreadable'` and `outcome: 'unknown'`. `initOverrides` of `{ redirect: 'follow' }` follows it.",
    why: 'It would send a cancellation or a token a second time, to an address that nobody named.'
  },
  {
    id: 'printed-secrets',
    topic: 'Printing a client, or turning it to JSON',
    danaNode: 'Shows the private key and the client secret.',
    arus: 'Shows neither. `dana.opts` and `widgetApi.privateKey` still give them.',
    why: 'Clients end up in logs.'
  },
  {
    id: 'names-of-the-documents',
    topic: '`Util`, `new WidgetPaymentResponse(…)`, `dana-node/widget/v1/models`',
    danaNode: "Are in DANA's documents, and don't exist.",
    arus: 'Exist. Operations still resolve to plain objects.',
    why: 'The documents say so.'
  },
  {
    id: 'key-that-is-given',
    topic: 'The key of `WebhookParser`',
    danaNode:
      'Is ignored while `DANA_ENV` or `ENV` is `sandbox`, empty or unset: a key inside the package is used. None needs to be given then.',
    arus: 'Is the key that is used, in every environment. One of `publicKey` and `publicKeyPath` must be given.',
    why: 'Whoever gives a key means it.',
    vectors: ['dana-webhooks/sandbox-env/own-key-ignored-rejects', 'dana-webhooks/unset-env/own-key-ignored-rejects']
  },
  {
    id: 'one-notification-text',
    topic: 'Which text of a notification is verified',
    danaNode: 'Tries up to nine mended forms of the body until one verifies, and then parses the body that came.',
    arus: 'Verifies the body as it came, else without insignificant whitespace, and parses the very text that verified.',
    why: 'What was not signed must not be believed.',
    vectors: [
      'dana-webhooks/escape/unescaped-nested-json-signed-over-escaped',
      'dana-webhooks/escape/double-backslash-signed-over-single'
    ]
  },
  {
    id: 'signed-but-no-notification',
    topic: 'A signed body that lacks mandatory fields, such as `{}`',
    danaNode: "Is accepted: texts are filled with `''`, the amount with 0.",
    arus: "Is refused: `WebhookVerificationError` with `code: 'not_a_notification'`.",
    why: 'A signed answer of another kind must not become a payment.'
  },
  {
    id: 'notification-that-is-no-json',
    topic: 'A signed body that is no JSON',
    danaNode: "Its error quotes the parser's message, and with it the body.",
    arus: "`code: 'malformed_body'`, and a message of the same beginning that quotes nothing.",
    why: 'Bodies of strangers do not belong in logs.'
  },
  {
    id: 'header-names-in-any-case',
    topic: 'Header names of a notification',
    danaNode: 'Are found in four spellings, in a plain record only.',
    arus: "Are found in any letter case, in a plain record, Node's headers or a standard `Headers`.",
    why: 'Frameworks differ.'
  },
  {
    id: 'configuration-and-hooks',
    topic: 'Addresses, `fetch` and clock',
    danaNode: 'Cannot be set.',
    arus: '`baseUrl`, `webUrl` (also `DANA_BASE_URL`, `DANA_WEB_URL`; both refused in production), `fetch`, `clock`, `hooks`.',
    why: 'For a local server, a proxy, tests and logs.'
  }
] as const satisfies readonly Difference[]

export type DifferenceId = (typeof DIFFERENCES)[number]['id']

/** The difference that a vector records, by file and id. */
export function findDifference(vector: string): Difference | undefined {
  return DIFFERENCES.find((difference: Difference) => difference.vectors?.includes(vector))
}
