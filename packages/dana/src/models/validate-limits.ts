import { findVariant } from './find-variant.js'
import type { Field, Model, ValidationContext, ValidationErrorContext } from './model.js'
import { validateProperty } from './validate-property.js'

/**
 * Says which limits of a model a value breaks, in the order of its fields, those of objects in it in their place and by
 * their bare names. Elements of lists, missing fields and values of a wrong type are no fault here, as in dana-node:
 * DANA itself refuses them.
 */
export function validateLimits(model: Model, value: unknown, context: ValidationContext): ValidationErrorContext[] {
  const contexts: ValidationErrorContext[] = []
  collect(model, value, context, contexts)
  return contexts
}

function collect(model: Model, value: unknown, context: ValidationContext, contexts: ValidationErrorContext[]): void {
  if (typeof value !== 'object' || value === null) return
  for (const field of findVariant(model, value)?.fields ?? []) {
    const property = (value as Record<string, unknown>)[field.name]
    if (property === undefined || property === null || field.isList) continue
    if (field.model === undefined) collectFromField(field, property, context, contexts)
    else collect(field.model, property, context, contexts)
  }
}

function collectFromField(
  { name, limits, rule }: Field,
  value: unknown,
  context: ValidationContext,
  contexts: ValidationErrorContext[]
): void {
  const broken = limits === undefined ? [] : validateProperty(name, value, limits)
  contexts.push(...broken)
  // dana-node asks its rules only when the pattern holds: an unreadable date is not reported as too late as well.
  if (rule === undefined || broken.length > 0 || typeof value !== 'string') return
  const message = rule(name, value, context)
  if (message !== undefined) contexts.push({ field: name, message })
}
