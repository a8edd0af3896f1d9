import { applyTokenStringToSign, formatJakartaTime, openApiStringToSign, requestStringToSign } from '@arus/snap-bi'
import type { ClientSettings } from '../client/client-settings.js'
import { isProduction } from '../client/client-settings.js'
import { signerOfSettings } from '../client/signer-of-settings.js'
import type { Operation } from '../models/model.js'
import type { HTTPHeaders } from '../runtime/http-types.js'
import { type CustomerHeaders, setApplyTokenHeaders, setB2b2cHeaders, setB2bHeaders } from './headers.js'
import { makeExternalId } from './make-external-id.js'
import { openApiHead } from './open-api-head.js'

/** A request's content, made once for all tries: what is signed and sent is `text`. */
export type RequestContent = { data: Record<string, unknown>; text: string }

/** One try of a request, signed. */
export type SignedRequest = RequestContent & { headers: HTTPHeaders; externalId: string | undefined }

/** Signs a try at this moment, with an id of its own. The content stays the same from try to try. */
export async function signRequest(
  settings: ClientSettings,
  operation: Operation,
  content: RequestContent
): Promise<SignedRequest> {
  const signer = signerOfSettings(settings)
  const headers: HTTPHeaders = { 'Content-Type': 'application/json' }
  const timestamp = formatJakartaTime(settings.clock())
  const externalId = makeExternalId()
  const { partnerId, origin } = settings
  switch (operation.headerProfile) {
    case 'apply-token': {
      const signature = await signer.sign(applyTokenStringToSign({ clientKey: partnerId, timestamp }))
      setApplyTokenHeaders(headers, { timestamp, signature, partnerId })
      return { ...content, headers, externalId: undefined }
    }
    case 'open-api': {
      const { accessToken, ...body } = content.data
      const request = {
        head: openApiHead({
          functionName: operation.functionName!,
          partnerId,
          clientSecret: settings.clientSecret,
          timestamp,
          messageId: externalId,
          accessToken: accessToken as string | undefined
        }),
        body
      }
      const data = { request, signature: await signer.sign(openApiStringToSign(request)) }
      return { headers, data, text: JSON.stringify(data), externalId }
    }
    case 'b2b':
    case 'b2b2c': {
      const text = requestStringToSign({ method: 'POST', path: operation.path, body: content.text, timestamp })
      const signature = await signer.sign(text)
      const channelId = settings.channelId ?? `${partnerId}-SERVER`
      const call = { timestamp, signature, origin, partnerId, externalId, channelId }
      if (operation.headerProfile === 'b2b') setB2bHeaders(headers, call, wantsDebugMode(settings))
      else setB2b2cHeaders(headers, call, customerOf(content.data))
      return { ...content, headers, externalId }
    }
  }
}

function wantsDebugMode(settings: ClientSettings): boolean {
  return settings.debugMode?.toLowerCase() === 'true' && !isProduction(settings)
}

function customerOf(data: Record<string, unknown>): CustomerHeaders {
  return (data.additionalInfo ?? {}) as CustomerHeaders
}
