import type { Buffer } from 'node:buffer'
import type { KeyObject } from 'node:crypto'
import type { Signer } from '@arus/snap-bi'
import type { Faults } from '../faults/create-faults.js'
import type { RequestLog } from '../request-log/create-request-log.js'
import type { SandboxSettings } from '../settings.js'
import type { Engine } from '../state/engine.js'
import type { Merchant } from '../state/merchant.js'
import type { Outcome } from '../state/outcome.js'
import type { Headers } from './check-headers.js'
import type { OperationTable } from './operation-table.js'

/** What the API works with. */
export type ApiParts = {
  engine: Engine
  settings: SandboxSettings
  faults: Faults
  requestLog: RequestLog
  /** Signs what DANA signs: the answers of Open API 2.0. */
  sandboxKey: Signer
  /** Its public half, by which the log recognises a request that was signed with the sandbox's key by mistake. */
  sandboxPublicKey?: KeyObject
  /** The real time, whatever the sandbox's clock says. */
  realNow?: () => number
}

/** A request as it came. */
export type Call = {
  table: OperationTable
  method: string
  /** As it was requested, query and all. */
  url: string
  headers: Headers
  bytes: Buffer
}

/** A request that is signed by a merchant, with a body of the right form. */
export type CheckedCall = Call & {
  merchant: Merchant
  body: Record<string, unknown>
}

/** What an operation answers beside the code and the message. */
export type Answer = Outcome<{
  fields: Record<string, unknown>
  /** More of them, in the text of a JSON object: for what is asked so often that it is kept as it is sent. */
  writtenFields?: string
}>

/** What an operation works with. */
export type ApiContext = ApiParts & {
  /** Does something later, unless the sandbox has stopped by then. */
  after: (delayMs: number, action: () => Promise<unknown>) => void
}

/** Does what one operation is for. */
export type Operation = (call: CheckedCall, context: ApiContext) => Promise<Answer>
