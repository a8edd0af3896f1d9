import { ApiError, type FieldError } from '../errors/api-error.js'

/** So many are listed; of more, only the number is told. */
export const MAX_FIELD_ERRORS = 100

/** The words for a field that should be there and isn't. */
export const MISSING = 'is required'

/**
 * Makes the refusal of a request with fields at fault. Its text tells the first one, for those who read no further.
 *
 * @param fieldErrors the first of them, at least one
 * @param count how many there are in all
 */
export function refuseFields(fieldErrors: FieldError[], count = fieldErrors.length): ApiError {
  const [first] = fieldErrors
  const kind = fieldErrors.every((fault) => fault.message.startsWith(MISSING)) ? 'required fields missing' : 'invalid fields'
  const more = count > 1 ? ` (and ${count - 1} more)` : ''
  const listed = fieldErrors.slice(0, MAX_FIELD_ERRORS)
  if (count > listed.length) listed.push({ field: '', message: `and ${count - listed.length} more` })
  return new ApiError('DPAY_INVALID_REQUEST', {
    message: `${kind}: ${first!.field} ${first!.message}${more}`,
    fieldErrors: listed
  })
}
