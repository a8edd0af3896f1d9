import { type OperationId, requestSchemas } from '../generated/request-schemas.js'
import { findSchemaErrors } from './find-schema-errors.js'
import { refuseFields } from './refuse-fields.js'

type OperationWithBody = { [Id in OperationId]: (typeof requestSchemas)[Id] extends { body: unknown } ? Id : never }[OperationId]

/**
 * Checks a request body against the specification of its operation.
 *
 * @throws ApiError DPAY_INVALID_REQUEST that names each field at fault and says what is wrong with it
 *
 * @example
 * const { reason } = checkBody<{ reason: string }>('rejectDisbursement', request.body)
 */
export function checkBody<Body>(operationId: OperationWithBody, body: unknown): Body {
  const errors = findSchemaErrors(requestSchemas[operationId].body, body)
  if (errors.length > 0) throw refuseFields(errors)
  return body as Body
}
