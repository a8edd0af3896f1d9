import { DanaSignatureUtil } from '@arus/dana/runtime'
import { PRIVATE_KEY_FORMS, privatePem } from '../world/recorded-keys.js'
import { describeError } from './describe-error.js'
import { holdToVectors } from './hold-to-vectors.js'
import type { Vector } from './read-vectors.js'

type SigningVector = Vector<{ signature?: string; decodedOnce?: string; error?: string | object }> & {
  fn: Exclude<keyof typeof DanaSignatureUtil, 'prototype' | 'convertToPEM'>
  partnerId: string
  timestamp: string
  httpMethod: string
  endpointUrl: string
  body: string
  stringToSign: string
  seamlessData: object
  privateKeyForm?: string
}

function sign({ fn, id, privateKeyForm = 'pkcs8-pem', ...vector }: SigningVector): string {
  const privateKey = id === 'seamless/no-key' ? '' : PRIVATE_KEY_FORMS[privateKeyForm]!
  switch (fn) {
    case 'generateSnapB2BScenarioSignature': {
      const { httpMethod, endpointUrl, body, timestamp } = vector
      return DanaSignatureUtil.generateSnapB2BScenarioSignature(httpMethod, endpointUrl, body, privateKey, timestamp)
    }
    case 'generateSnapApplyTokenScenarioSignature':
      return DanaSignatureUtil.generateSnapApplyTokenScenarioSignature(vector.partnerId, privateKey, vector.timestamp)
    case 'generateOpenApiScenarioSignature':
      return DanaSignatureUtil.generateOpenApiScenarioSignature(privateKey, vector.stringToSign)
    case 'generateSeamlessSign':
      return DanaSignatureUtil.generateSeamlessSign(vector.seamlessData, id === 'seamless/no-key' ? '' : privatePem('merchant'))
  }
}

holdToVectors<SigningVector>('dana-signing', (vector) => {
  try {
    const signature = sign(vector)
    return vector.expect.decodedOnce === undefined ? { signature } : { signature, decodedOnce: decodeURIComponent(signature) }
  } catch (error) {
    // Plain errors are recorded by their message only.
    return { error: typeof vector.expect.error === 'object' ? describeError(error) : (error as Error).message }
  }
})
