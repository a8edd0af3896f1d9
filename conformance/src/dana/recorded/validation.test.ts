import { Dana } from '@arus/dana'
import { captureCalls } from '../world/capture-call.js'
import { fixWorld } from '../world/fixed-world.js'
import { privatePem } from '../world/recorded-keys.js'
import { describeError } from './describe-error.js'
import { holdToVectors } from './hold-to-vectors.js'
import type { Vector } from './read-vectors.js'

type ValidationVector = Vector & {
  operation: 'widgetPayment'
  argument: unknown
  processEnv: Record<string, string>
}

holdToVectors<ValidationVector>('dana-validation', async ({ operation, argument, processEnv }) => {
  fixWorld({ env: processEnv })
  const { calls, fetch } = captureCalls()
  const dana = new Dana({ partnerId: 'partner-1', privateKey: privatePem('merchant'), fetch })
  try {
    await dana.widgetApi[operation]((argument === 'undefined' ? undefined : argument) as never)
    return { sent: calls.length === 1, body: calls[0]?.body }
  } catch (error) {
    return { error: describeError(error) }
  }
})
