import { Dana } from '@arus/dana'
import { captureCalls } from './capture-call.js'
import { describeError } from './describe-error.js'
import { fixWorld } from './fixed-world.js'
import { holdToVectors } from './hold-to-vectors.js'
import type { Vector } from './read-vectors.js'
import { privatePem } from './recorded-keys.js'

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
