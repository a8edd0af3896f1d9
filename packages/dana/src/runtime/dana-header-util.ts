import { formatJakartaTime, openApiStringToSign } from '@arus/snap-bi'
import { type CallHeaders, setApplyTokenHeaders, setB2b2cHeaders, setB2bHeaders } from '../requests/headers.js'
import { makeExternalId } from '../requests/make-external-id.js'
import { openApiHead } from '../requests/open-api-head.js'
import { DanaSignatureUtil } from './dana-signature-util.js'
import type { HTTPHeaders } from './http-types.js'

/**
 * dana-node's header functions: each signs a request at this moment, in Jakarta time, and sets its headers on the first
 * argument, in the order of the wire.
 */
// biome-ignore lint/complexity/noStaticOnlyClass: dana-node's surface
export class DanaHeaderUtil {
  /**
   * Sets the headers of a B2B call.
   *
   * @param requestBody the body as it will be sent
   * @param origin left out when undefined
   *
   * @example
   * const headers = { 'Content-Type': 'application/json' }
   * DanaHeaderUtil.populateSnapB2BScenarioHeader(
   *   headers, 'POST', '/v1.0/debit/cancel.htm', '{}', privateKey, 'https://shop.example', 'partner-1', false
   * )
   */
  static populateSnapB2BScenarioHeader(
    headerParameters: HTTPHeaders,
    httpMethod: string,
    endpointUrl: string,
    requestBody: string,
    privateKey: string,
    origin: string,
    partnerId: string,
    debugMode: boolean
  ): void {
    const call = signCall(httpMethod, endpointUrl, requestBody, privateKey, origin, partnerId)
    setB2bHeaders(headerParameters, call, debugMode)
  }

  /** Sets the headers of an applyToken call. */
  static populateSnapApplyTokenScenarioHeader(headerParameters: HTTPHeaders, privateKey: string, partnerId: string): void {
    const timestamp = formatJakartaTime(Date.now())
    const signature = DanaSignatureUtil.generateSnapApplyTokenScenarioSignature(partnerId, privateKey, timestamp)
    setApplyTokenHeaders(headerParameters, { timestamp, signature, partnerId })
  }

  /** Sets the headers of a call on behalf of a user (B2B2C). `Bearer ` is put before the token unless it is there. */
  static populateSnapAccountB2B2CScenarioHeader(
    headerParameters: HTTPHeaders,
    httpMethod: string,
    endpointUrl: string,
    requestBody: string,
    privateKey: string,
    origin: string,
    partnerId: string,
    accessToken: string,
    endUserIpAddress: string,
    deviceId: string,
    latitude: string,
    longitude: string
  ): void {
    const call = signCall(httpMethod, endpointUrl, requestBody, privateKey, origin, partnerId)
    setB2b2cHeaders(headerParameters, call, { accessToken, endUserIpAddress, deviceId, latitude, longitude })
  }

  /** Fills `requestBody.request.head` and `requestBody.signature` of an Open API 2.0 call, which has no signed headers. */
  static populateOpenApiScenarioHeader(
    _headerParameters: HTTPHeaders,
    _httpMethod: string,
    _endpointUrl: string,
    // biome-ignore lint/suspicious/noExplicitAny: dana-node's type
    requestBody: Record<string, any>,
    privateKey: string,
    clientSecret: string,
    partnerId: string,
    functionName: string,
    accessToken?: string
  ): void {
    requestBody.request.head = openApiHead({
      functionName,
      partnerId,
      clientSecret,
      timestamp: formatJakartaTime(Date.now()),
      messageId: makeExternalId(),
      accessToken
    })
    const text = openApiStringToSign(requestBody.request)
    requestBody.signature = DanaSignatureUtil.generateOpenApiScenarioSignature(privateKey, text)
  }
}

/** What both kinds of SNAP call have in common, signed now. */
function signCall(
  method: string,
  path: string,
  body: string,
  privateKey: string,
  origin: string,
  partnerId: string
): CallHeaders {
  const timestamp = formatJakartaTime(Date.now())
  const signature = DanaSignatureUtil.generateSnapB2BScenarioSignature(method, path, body, privateKey, timestamp)
  return { timestamp, signature, origin, partnerId, externalId: makeExternalId(), channelId: `${partnerId}-SERVER` }
}
