export type { CallFacts, DanaErrorKind, DanaOutcome } from '../errors/error-facts.js'
export { FetchError } from '../errors/fetch-error.js'
export { InvalidOptionError } from '../errors/invalid-option-error.js'
export { RequiredError } from '../errors/required-error.js'
export { ResponseError } from '../errors/response-error.js'
export { UnsupportedApiError } from '../errors/unsupported-api-error.js'
export { ValidationError } from '../errors/validation-error.js'
export type { PropertyValidationAttribute, ValidationErrorContext } from '../models/model.js'
export { BlobApiResponse, JSONApiResponse, TextApiResponse, VoidApiResponse } from './api-responses.js'
export { BaseAPI } from './base-api.js'
export { BASE_PATH, Env, getBasePathByEnv } from './base-path.js'
export { Configuration, type ConfigurationParameters, DefaultConfig } from './configuration.js'
export { DanaHeaderUtil } from './dana-header-util.js'
export { DanaSignatureUtil } from './dana-signature-util.js'
export type {
  ApiResponse,
  Consume,
  ErrorContext,
  FetchAPI,
  FetchParams,
  HTTPBody,
  HTTPHeaders,
  HTTPMethod,
  HTTPQuery,
  HTTPRequestInit,
  InitOverrideFunction,
  InitOverrides,
  Json,
  Middleware,
  ModelPropertyNaming,
  RequestContext,
  RequestOpts,
  ResponseContext,
  ResponseTransformer
} from './http-types.js'
export { COLLECTION_FORMATS, canConsumeForm, exists, mapValues } from './mapping.js'
export { querystring } from './querystring.js'
export { ValidationUtil } from './validation-util.js'
