import { WebhookParser } from '@arus/dana/webhook/v1'
import { fixWorld } from '../world/fixed-world.js'
import { PUBLIC_KEY_FORMS } from '../world/recorded-keys.js'
import { holdToVectors } from './hold-to-vectors.js'
import type { Vector } from './read-vectors.js'

type WebhookVector = Vector & {
  processEnv: Record<string, string>
  publicKey: string
  request: { method: string; path: string; headers: Record<string, string>; body: string }
}

holdToVectors<WebhookVector>('dana-webhooks', ({ processEnv, publicKey, request }) => {
  fixWorld({ env: processEnv })
  const { method, path, headers, body } = request
  try {
    const parser = new WebhookParser(PUBLIC_KEY_FORMS[publicKey])
    return { accepted: true, value: parser.parseWebhook(method, path, headers, body) }
  } catch (error) {
    return { accepted: false, error: (error as Error).message }
  }
})
