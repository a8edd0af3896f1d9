import { RequiredError, ResponseError, ValidationError } from '@arus/dana/runtime'

/** An error as the vectors write it down. */
export function describeError(error: unknown): object {
  const { name, message } = error as Error
  if (error instanceof RequiredError) return { name, message, field: error.field }
  if (error instanceof ValidationError) return { name, message, validationErrorContexts: error.validationErrorContexts }
  if (error instanceof ResponseError) {
    const { rawResponse, status, errorCode = null, errorMessage } = error
    return { name, message, rawResponse, status, errorCode, errorMessage }
  }
  return { name, message }
}
