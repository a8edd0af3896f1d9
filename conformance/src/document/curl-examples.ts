import { readExample, replaceParts } from './read-example.js'

type Server = { url: string; secretKey: string }

/**
 * The guide writes `[Base64({Your_Server_Key}:)]` where the credentials go. People have read that in three ways, and each
 * is taken: what HTTP Basic wants, the base64 text as the name of the user, and the base64 text as the whole header.
 */
export const READINGS: { name: string; option(secretKey: string): string }[] = [
  { name: 'the key as the user name', option: (secretKey) => `-u '${secretKey}:'` },
  { name: 'the base64 text as the user name', option: (secretKey) => `-u '${toBase64(secretKey)}'` },
  { name: 'the base64 text as the whole header', option: (secretKey) => `-H 'authorization: ${toBase64(secretKey)}'` }
]

const toBase64 = (secretKey: string) => Buffer.from(`${secretKey}:`).toString('base64')
const HOST = 'https://api.durianpay.id'

/**
 * Step 1's line with our host and key. Two things in it are no shell at all, and are put right: the address begins with a
 * quote that is escaped, so it would end at its `&`; and the first line lacks the backslash at its end.
 */
export function submitExample({ url, secretKey }: Server, reading: (typeof READINGS)[number], idempotencyKey: string): string {
  return replaceParts(readExample('submit-curl.txt'), [
    ["\\'https:", "'https:"],
    ["skip_validation=false'\n", "skip_validation=false' \\\n"],
    ["-u '[Base64({Your_Server_Key}:)]'", reading.option(secretKey)],
    [HOST, url],
    ['<YOUR_IDEMPOTENCY_KEY>', idempotencyKey]
  ])
}

/** Step 2's line with our host, key and batch. Nothing else is changed, the backslash at its very end included. */
export function approveExample({ url, secretKey }: Server, reading: (typeof READINGS)[number], batchId: string): string {
  return replaceParts(readExample('approve-curl.txt'), [
    ['-u [Base64({Your_Server_Key}:)]', reading.option(secretKey)],
    [HOST, url],
    ['dis_XXXXX', batchId]
  ])
}
