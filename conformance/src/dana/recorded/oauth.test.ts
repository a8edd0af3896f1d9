import { type OauthUrlInput, WidgetUtils } from '@arus/dana/widget/v1'
import { fixWorld } from '../world/fixed-world.js'
import { privatePem, withMerchantKey } from '../world/recorded-keys.js'
import { describeError } from './describe-error.js'
import { holdToVectors } from './hold-to-vectors.js'
import type { Vector } from './read-vectors.js'

type OauthVector = Vector & {
  data: OauthUrlInput
  processEnv: Record<string, string>
  privateKeyArgument: string | null
  tz: string
  now: string
}

holdToVectors<OauthVector>('dana-oauth', ({ data, processEnv, privateKeyArgument, tz, now }) => {
  fixWorld({ now, tz, env: withMerchantKey(processEnv) })
  try {
    return describeUrl(WidgetUtils.generateOauthUrl(data, privateKeyArgument === null ? undefined : privatePem('merchant')))
  } catch (error) {
    return { error: describeError(error) }
  }
})

function describeUrl(url: string): object {
  const { origin, pathname, searchParams } = new URL(url)
  const queryDecodedOnce = Object.fromEntries(searchParams)
  const { seamlessSign } = queryDecodedOnce
  return {
    url,
    base: origin + pathname,
    queryOrder: [...searchParams.keys()],
    queryDecodedOnce,
    ...(seamlessSign && { seamlessSignDecodedTwice: decodeURIComponent(seamlessSign) })
  }
}
