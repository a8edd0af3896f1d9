import { brandError } from './brand.js'

/** One of dana-node's other APIs was asked for, which this package doesn't have. The message says what to do instead. */
export class UnsupportedApiError extends Error {
  override readonly name = 'UnsupportedApiError'
  /** The property that was read: `paymentGatewayApi`, `disbursementApi` or `merchantManagementApi`. */
  readonly api: string

  constructor(api: string) {
    super(
      `@arus/dana has the Widget API and no ${api}. Keep dana-node installed beside it for that one, under its own name: ` +
        `import { Dana } from 'dana-node', and new Dana(…).${api}`
    )
    this.api = api
  }
}
brandError(UnsupportedApiError, 'UnsupportedApiError')
