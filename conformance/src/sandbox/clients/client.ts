/** The operations of the Widget API, by the names that dana-node has for them. */
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

/** What was answered, read by nobody's model. */
export type Answer = {
  httpStatus: number
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a body by reading it
  body: any
}

/** What a call does otherwise than it should. */
export type Twist = {
  /** In the place of the headers of these names, after signing. */
  headers?: Record<string, string>
  /** Signed with a key that the sandbox does not know the merchant by. */
  isForeignKey?: boolean
}

/** What an address of the binding page says. */
export type Binding = {
  externalId: string
  merchantId: string
  redirectUrl: string
  state: string
  mode?: 'API' | 'DEEPLINK'
  /** Whose account it is: signed, so that nobody else's can be bound. */
  phone?: string
}

/** A merchant's client: the same calls by whatever makes them. */
export type Client = {
  /** @throws whatever the client throws instead of sending the request */
  call(operation: OperationId, request: Record<string, unknown>, twist?: Twist): Promise<Answer>
  /** Where a customer is sent to bind, on the sandbox. */
  oauthUrl(binding: Binding): string
}

/** Which sandbox a client is for, and as whom. */
export type ClientOptions = {
  url: string
  partnerId: string
  /** PEM. */
  privateKey: string
  clientSecret: string
}
