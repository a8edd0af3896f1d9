import { Dana } from '@arus/dana'
import { fixWorld } from '../world/fixed-world.js'
import { privatePem } from '../world/recorded-keys.js'
import { VALID_REQUESTS } from '../world/valid-requests.js'
import { describeError } from './describe-error.js'
import { holdToVectors } from './hold-to-vectors.js'
import type { Vector } from './read-vectors.js'

type ResponseVector = Vector & {
  operation: keyof typeof VALID_REQUESTS
  http: { status: number; statusText: string; contentType: string; body: string }
}

holdToVectors<ResponseVector>('dana-responses', async ({ operation, http }) => {
  fixWorld()
  const { status, statusText, contentType, body } = http
  const fetch = async () => new Response(body, { status, statusText, headers: { 'content-type': contentType } })
  const dana = new Dana({ partnerId: 'partner-1', privateKey: privatePem('merchant'), fetch })
  try {
    const call: (request: never) => Promise<object> = dana.widgetApi[operation].bind(dana.widgetApi)
    return { value: await call(VALID_REQUESTS[operation] as never) }
  } catch (error) {
    return { error: describeError(error) }
  }
})
