import type { HTTPHeaders } from '../runtime/http-types.js'

/** What the headers of every signed SNAP call but applyToken have in common. */
export type CallHeaders = {
  timestamp: string
  signature: string
  /** Left out when undefined. */
  origin: string | undefined
  partnerId: string
  externalId: string
  channelId: string
}

/** The headers that tell of the user on whose behalf a B2B2C call is made; each is left out when undefined. */
export type CustomerHeaders = {
  accessToken: string | undefined
  endUserIpAddress: string | undefined
  deviceId: string | undefined
  latitude: string | undefined
  longitude: string | undefined
}

// The order in which the headers are set is the order in which they are sent.

/** Sets the headers of a B2B call. */
export function setB2bHeaders(headers: HTTPHeaders, call: CallHeaders, debugMode: boolean): void {
  setCallHeaders(headers, call)
  headers['CHANNEL-ID'] = call.channelId
  if (debugMode) headers['X-Debug-Mode'] = 'true'
}

/** Sets the headers of a B2B2C call. */
export function setB2b2cHeaders(headers: HTTPHeaders, call: CallHeaders, customer: CustomerHeaders): void {
  setIfGiven(headers, 'Authorization-Customer', asBearer(customer.accessToken))
  setCallHeaders(headers, call)
  setIfGiven(headers, 'X-IP-ADDRESS', customer.endUserIpAddress)
  setIfGiven(headers, 'X-DEVICE-ID', customer.deviceId)
  setIfGiven(headers, 'X-LATITUDE', customer.latitude)
  setIfGiven(headers, 'X-LONGITUDE', customer.longitude)
  headers['CHANNEL-ID'] = call.channelId
}

/** Sets the headers of applyToken, whose signature covers partner and time only. */
export function setApplyTokenHeaders(
  headers: HTTPHeaders,
  { timestamp, signature, partnerId }: Pick<CallHeaders, 'timestamp' | 'signature' | 'partnerId'>
): void {
  headers['X-TIMESTAMP'] = timestamp
  headers['X-CLIENT-KEY'] = partnerId
  headers['X-PARTNER-ID'] = partnerId
  headers['X-SIGNATURE'] = signature
}

function setCallHeaders(headers: HTTPHeaders, call: CallHeaders): void {
  headers['X-TIMESTAMP'] = call.timestamp
  headers['X-SIGNATURE'] = call.signature
  setIfGiven(headers, 'ORIGIN', call.origin)
  headers['X-PARTNER-ID'] = call.partnerId
  headers['X-EXTERNAL-ID'] = call.externalId
}

function setIfGiven(headers: HTTPHeaders, name: string, value: string | undefined | null): void {
  if (value !== undefined && value !== null) headers[name] = value
}

function asBearer(accessToken: string | undefined | null): string | undefined {
  if (accessToken === undefined || accessToken === null) return undefined
  // Typed as a text; a JavaScript caller may have a number here, which DANA then refuses.
  const token = String(accessToken)
  return token.startsWith('Bearer ') ? token : `Bearer ${token}`
}
