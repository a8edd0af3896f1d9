/** `request.head` of an Open API call, in the order of the wire. */
export type OpenApiHead = {
  version: string
  function: string
  clientId: string
  /** Left out when undefined. */
  clientSecret: string | undefined
  reqTime: string
  reqMsgId: string
  /** The text of an empty JSON object, not an object. */
  reserve: string
  accessToken?: string
}

/** Builds the head of an Open API call. The access token stands here and not in the body. */
export function openApiHead(facts: {
  functionName: string
  partnerId: string
  clientSecret: string | undefined
  timestamp: string
  messageId: string
  accessToken: string | undefined
}): OpenApiHead {
  const head: OpenApiHead = {
    version: '2.0',
    function: facts.functionName,
    clientId: facts.partnerId,
    clientSecret: facts.clientSecret,
    reqTime: facts.timestamp,
    reqMsgId: facts.messageId,
    reserve: '{}'
  }
  if (facts.accessToken !== undefined && facts.accessToken !== null) head.accessToken = facts.accessToken
  return head
}
