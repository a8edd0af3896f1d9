/**
 * The models of the Widget API without its client: types, enumerations, the functions that read, write and check each
 * model, and constructors for those that answers are made of. The default export carries the same names.
 *
 * @example
 * const answer = new WidgetPaymentResponse({ webRedirectUrl: 'https://m.sandbox.dana.id/checkout' })
 * const text = JSON.stringify(WidgetPaymentResponseToJSON(answer))
 */
import * as enumsAndConstructors from '../../generated/widget-models.js'
import { MODELS } from '../../generated/widget-tables.js'
import { functionsByName } from '../../models/functions-by-name.js'
import type * as names from './all-models.js'

export * from './all-models.js'

const modelNames = /* @__PURE__ */ (() => ({ ...enumsAndConstructors, ...functionsByName(MODELS) }))() as typeof names
export default modelNames
