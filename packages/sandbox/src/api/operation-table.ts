/** What the document says of one field of a request. */
export type RequestField = {
  /** The key on the wire. */
  name: string
  isMandatory?: true
  /** The value is an array; all that follows is said of its elements. */
  isList?: true
  /** The fewest elements of a list. */
  minItems?: number
  type: 'string' | 'boolean' | 'object' | 'number'
  /** The most characters of a text. */
  maxLength?: number
  pattern?: RegExp
  /** The only values of a text. */
  values?: readonly string[]
  /** Characters that a text must not have. */
  forbiddenCharacters?: string
  /** What is inside an object. */
  model?: RequestModel
}

/** An object of a request, or one of several that a field tells apart. */
export type RequestModel =
  | { name: string; fields: readonly RequestField[] }
  | { name: string; discriminator: string; variants: Readonly<Record<string, RequestModel>> }

/** What the document says of one header. */
export type RequestHeader = {
  /** In the document's spelling. */
  name: string
  isMandatory?: true
  maxLength?: number
}

export type HeaderProfile = 'b2b' | 'b2b2c' | 'apply-token' | 'open-api'

export type OperationId =
  | 'accountUnbinding'
  | 'applyOTT'
  | 'applyToken'
  | 'balanceInquiry'
  | 'cancelOrder'
  | 'queryPayment'
  | 'queryUserProfile'
  | 'refundOrder'
  | 'widgetPayment'

/** What the document says of one operation. */
export type OperationTable = {
  operationId: OperationId | 'b2bToken'
  path: string
  /** Other paths on which real clients call it. */
  aliases: readonly string[]
  /** Two digits; none for Open API 2.0. */
  serviceCode?: string
  headerProfile: HeaderProfile
  headers: readonly RequestHeader[]
  request: RequestModel
  /** The text of each response code that the document lists. */
  messages: Readonly<Record<string, string>>
}
