import { createHash, verify } from 'node:crypto'
import { WebhookParser } from '@arus/dana/webhook/v1'
import { WebhookParser as GenuineParser } from 'dana-node/webhook/v1'
import type { Case } from '../rounds/measure-rounds.js'
import { gatewayKey, gatewayPem, notification } from './samples.js'

export const GENUINE_PER_REQUEST = 'dana-node, a parser per request, as documented'
export const GENUINE_REUSED = 'dana-node, one parser'
export const OURS_PER_REQUEST = 'Arus, a parser per request'
export const OURS_REUSED = 'Arus, one parser'
export const RAW_VERIFY = 'node:crypto, key parsed once'

const { method, path, headers, body } = notification
const genuineParser = new GenuineParser(gatewayPem)
const parser = new WebhookParser(gatewayPem)

/** Verifies and reads one notification, in each way; a failure throws. */
export const notificationCases: readonly Case[] = [
  { name: GENUINE_PER_REQUEST, run: () => new GenuineParser(gatewayPem).parseWebhook(method, path, headers, body) },
  { name: GENUINE_REUSED, run: () => genuineParser.parseWebhook(method, path, headers, body) },
  { name: OURS_PER_REQUEST, run: () => new WebhookParser(gatewayPem).parseWebhook(method, path, headers, body) },
  { name: OURS_REUSED, run: () => parser.parseWebhook(method, path, headers, body) },
  { name: RAW_VERIFY, run: verifyRaw }
]

/** The least that a notification takes: the hash of the body, the signature, and the body parsed. */
function verifyRaw(): unknown {
  const text = `${method}:${path}:${createHash('sha256').update(body).digest('hex')}:${headers['x-timestamp']}`
  if (!verify('sha256', Buffer.from(text), gatewayKey, Buffer.from(headers['x-signature']!, 'base64')))
    throw new Error('not signed')
  return JSON.parse(body)
}
