import { createSigner, parsePrivateKey, requestStringToSign } from '@arus/snap-bi'
import { privatePem } from './recorded-keys.js'

/** What a key's owner signed. `body` is the very text; it is a notification, or something else that owners may sign. */
export type SignedMessage = {
  owner: 'gateway' | 'other'
  method: string
  path: string
  timestamp: string
  body: string
  signature: string
  isNotification: boolean
}

/** When the messages were signed, but for those that are stale. */
export const SIGNED_AT = Date.parse('2026-01-15T03:04:05Z')

const TIMESTAMPS = [
  '2026-01-15T10:04:05+07:00',
  '2026-01-15T03:04:05Z',
  '2026-01-15T10:04:05.678+07:00',
  '2026-01-14T20:14:05-07:00',
  // Stale, and none.
  '2025-01-15T10:04:05+07:00',
  'yesterday'
]
const PATHS = ['/v1.0/debit/notify', '/v1.0/debit/notify', '/', '/notify?shop=1', '/V1.0:/notify', '/é/%2e%2e/x', 'notify']
const METHODS = ['POST', 'POST', 'POST', 'PUT', 'GET']

/** Each value holds this word, so that it is seen wherever a body leaks. */
export const MARK = 'rahasia'

function notificationOf(owner: string): Record<string, unknown> {
  const amount = { value: `${MARK}.00`, currency: 'IDR' }
  return {
    originalPartnerReferenceNo: `${MARK}-${owner}`,
    originalReferenceNo: `${MARK}-2026011511121280010016600000001`,
    merchantId: `${MARK}-216620000000000000001`,
    amount,
    latestTransactionStatus: `${MARK}-00`,
    createdTime: `${MARK}-time`,
    finishedTime: `${MARK}-time`,
    additionalInfo: { paymentInfo: { payOptionInfos: [{ payMethod: MARK, payAmount: amount }] }, 'extendInfo.closedReason': MARK }
  }
}

/** Notifications, in whatever spelling. */
function notificationTexts(owner: string): string[] {
  const plain = JSON.stringify(notificationOf(owner))
  const withFirst = (text: string) => plain.replace('{', `{${text},`)
  return [
    plain,
    plain,
    JSON.stringify(notificationOf(owner), null, 2),
    plain.replaceAll(',', ' ,\r\n\t'),
    JSON.stringify({ ...notificationOf(owner), transactionStatusDesc: `${MARK} "é\u2028😀\\ \u0000 { [ : ,` }),
    withFirst(`"merchantId":"${MARK}-shadowed"`),
    withFirst(`"__proto__":{"merchantId":"${MARK}-inherited"},"constructor":null,"toString":1`),
    withFirst('"number":123456789012345678901234567890.10e+999'),
    withFirst(`"deep":${'['.repeat(300)}${']'.repeat(300)}`),
    withFirst('"half":"\\ud800"'),
    plain.replaceAll('a', '\\u0061'),
    `\n${plain}\t `
  ]
}

/** What is no notification, though it is signed. */
function otherTexts(owner: string): string[] {
  const plain = JSON.stringify(notificationOf(owner))
  return [
    '',
    '{}',
    '[]',
    'null',
    `"${MARK}"`,
    `${MARK}: no JSON`,
    `\ufeff${plain}`,
    plain.slice(0, -1),
    plain.replace('"merchantId"', '"__proto__"'),
    plain.replace(`"currency":"IDR"`, '"currency":["IDR"]'),
    JSON.stringify({ ...notificationOf(owner), additionalInfo: { paymentInfo: { payOptionInfos: {} } } }),
    JSON.stringify([notificationOf(owner)])
  ]
}

function signAll(owner: 'gateway' | 'other'): SignedMessage[] {
  const signer = createSigner(parsePrivateKey(privatePem(owner)))
  const texts = [
    ...notificationTexts(owner).map((body) => ({ body, isNotification: true })),
    ...otherTexts(owner).map((body) => ({ body, isNotification: false }))
  ]
  return Array.from({ length: 5 }, () => texts)
    .flat()
    .map(({ body, isNotification }, index) => {
      const method = METHODS[index % METHODS.length]!
      const path = PATHS[index % PATHS.length]!
      const timestamp = TIMESTAMPS[index % 11 < 7 ? 0 : index % TIMESTAMPS.length]!
      const signature = signer.signSync(requestStringToSign({ method, path, body, timestamp }))
      return { owner, method, path, timestamp, body, signature, isNotification }
    })
}

/** 120 messages of each owner, no two of both the same. */
export const SIGNED_MESSAGES: readonly SignedMessage[] = [...signAll('gateway'), ...signAll('other')]
