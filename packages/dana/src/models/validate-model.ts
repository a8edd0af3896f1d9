import { isProductionEnvironment } from '../environment/read-environment.js'
import type { Model, ValidationErrorContext } from './model.js'
import { validateLimits } from './validate-limits.js'

/** Says which limits of a model a value breaks now, in the environment that `DANA_ENV` or `ENV` names. */
export function validateModel(model: Model, value: unknown): ValidationErrorContext[] {
  return validateLimits(model, value, { now: Date.now(), production: isProductionEnvironment() })
}
