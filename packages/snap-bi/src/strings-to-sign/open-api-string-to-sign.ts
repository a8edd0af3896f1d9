/**
 * The text that a call of DANA's Open API 2.0 signs: the JSON of its `request` (head and body), as it stands in the envelope
 * `{"request":…,"signature":…}`. An answer is signed in the same way over its `response`.
 *
 * @example
 * const request = { head: { version: '2.0' }, body: { userResources: ['BALANCE'] } }
 * const envelope = { request, signature: await signer.sign(openApiStringToSign(request)) }
 */
export function openApiStringToSign(request: object): string {
  return JSON.stringify(request)
}
