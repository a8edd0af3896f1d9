import { formatJakartaTime } from '@arus/snap-bi'
import type { ApiParts, Call } from './call.js'
import { isUserResource, readUserResource } from './operations/user-resources.js'
import type { Reply } from './serve-snap.js'
import { pathOf, verifyCall } from './verify-call.js'

type Result = { resultStatus: 'S' | 'F' | 'U'; resultCodeId: string; resultCode: string; resultMsg: string }
type Served = { result: Result; signature: Reply['signature']; fields?: Record<string, unknown> }
type Fields = Record<string, unknown>

const SUCCESS: Result = { resultStatus: 'S', resultCodeId: '00000000', resultCode: 'SUCCESS', resultMsg: 'success' }

/** DANA's words for all that is refused; the reason stands behind them. */
function failure(reason: string): Result {
  return { resultStatus: 'F', resultCodeId: '00000019', resultCode: 'PROCESS_FAIL', resultMsg: `process fail: ${reason}` }
}

/**
 * Serves queryUserProfile, which speaks DANA's Open API 2.0: no headers count, the answer's status is 200 whatever it says,
 * and it is signed as the request is.
 */
export async function serveOpenApi(call: Call, parts: ApiParts): Promise<Reply> {
  const request = objectAt(parse(call.bytes.toString('utf8')), 'request')
  const head = objectAt(request, 'head')
  const { result, signature, fields } = await serve(call, head, objectAt(request, 'body'), parts)
  const response = JSON.stringify({
    head: {
      version: '2.0',
      function: functionOf(call),
      clientId: textAt(head, 'clientId'),
      respTime: formatJakartaTime((parts.realNow ?? Date.now)()),
      reqMsgId: textAt(head, 'reqMsgId'),
      reserve: '{}'
    },
    body: { resultInfo: result, ...fields }
  })
  const body = `{"response":${response},"signature":${JSON.stringify(await parts.sandboxKey.sign(response))}}`
  return { httpStatus: 200, responseCode: result.resultCodeId, body, signature }
}

async function serve(call: Call, head: Fields, body: Fields, parts: ApiParts): Promise<Served> {
  const clientId = textAt(head, 'clientId')
  const merchant = parts.engine.findMerchantByPartnerId(clientId)
  if (merchant === undefined)
    return { result: failure('unknown clientId'), signature: `not checked: nobody here has the client id ${clientId}` }
  const verified = verifyCall(call, merchant, parts)
  if ('why' in verified) return { result: failure('invalid signature'), signature: verified.why }
  const fail = (reason: string): Served => ({ result: failure(reason), signature: 'ok' })

  const secret = textAt(head, 'clientSecret')
  if (secret !== '' && secret !== merchant.clientSecret) return fail('invalid clientSecret')
  if (textAt(head, 'function') !== functionOf(call)) return fail('invalid function')
  const names = body.userResources
  if (!Array.isArray(names) || names.length === 0 || !names.every(isUserResource)) return fail('invalid userResources')
  // Version 1 of DANA's client has the token in the body.
  const accessToken = (textAt(head, 'accessToken') || textAt(body, 'accessToken')).replace(/^Bearer /i, '')
  const found = parts.engine.checkToken({ partnerId: clientId, accessToken, serviceCode: '' })
  if (found.refused) return fail(found.reason.replaceAll('_', ' '))

  await parts.engine.settled()
  const userResourceInfos: { resourceType: string; value: string }[] = []
  for (const resourceType of names) {
    const read = await readUserResource(resourceType, { user: found.user, merchant, accessToken }, parts)
    if (read.refused) return fail(read.reason.replaceAll('_', ' '))
    userResourceInfos.push({ resourceType, value: read.value })
  }
  return { result: SUCCESS, signature: 'ok', fields: { userResourceInfos } }
}

/** The path says which: `/dana/member/query/queryUserProfile.htm`. */
function functionOf({ url }: Call): string {
  return pathOf(url)
    .slice(1)
    .replace(/\.htm$/, '')
    .replaceAll('/', '.')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function objectAt(holder: unknown, key: string): Fields {
  const value = (holder as Fields | null | undefined)?.[key]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}

function textAt(holder: Fields, key: string): string {
  const value = holder[key]
  return typeof value === 'string' ? value : ''
}
