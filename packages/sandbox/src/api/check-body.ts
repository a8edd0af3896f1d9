import { type Refusal, refuse } from '../state/outcome.js'
import { misformed, missing } from './field-refusals.js'
import type { RequestField, RequestModel } from './operation-table.js'

type Fault = { isMissing: boolean; field: string }

/** The forms that the document describes in words: every sum of money is in rupiah, with two decimals. */
const MONEY_FORMS: Readonly<Record<string, RegExp>> = { value: /^\d{1,16}\.\d{2}$/, currency: /^IDR$/ }

/** Far deeper than any request of DANA's, and far from where the journal could write one and not read it again. */
const MOST_LEVELS = 100

/**
 * Looks whether a body has all that is mandatory, and then whether all that it has is of the right form: type, length,
 * pattern, enumerated values, within objects and lists too. A null, and a blank text where none is needed, is as good as
 * nothing, because DANA's client sends such. What the document doesn't name is let through.
 *
 * @returns the refusal, which names the field (`amount`, not `amount.value`)
 */
export function checkBody(model: RequestModel, body: unknown): Refusal | undefined {
  if (!isObject(body)) return refuse(400, '00', 'no_object')
  if (isDeeperThan(MOST_LEVELS, body)) return refuse(400, '00', 'too_deep')
  let wrong: Fault | undefined
  for (const fault of faultsOf(model, body)) {
    if (fault.isMissing) return missing(fault.field)
    wrong ??= fault
  }
  return wrong === undefined ? undefined : misformed(wrong.field)
}

function* faultsOf(model: RequestModel, value: Record<string, unknown>, holder?: string): Generator<Fault> {
  if ('variants' in model) {
    const choice = value[model.discriminator]
    if (isAbsent(choice)) return yield { isMissing: true, field: model.discriminator }
    const variant = typeof choice === 'string' && Object.hasOwn(model.variants, choice) ? model.variants[choice] : undefined
    if (variant === undefined) return yield { isMissing: false, field: model.discriminator }
    return yield* faultsOf(variant, value, holder)
  }
  const isMoney = model.name === 'Money'
  for (const field of model.fields) {
    const content = value[field.name]
    // DANA names the sum, and never what is inside it.
    const name = isMoney && holder !== undefined ? holder : field.name
    if (isAbsent(content)) {
      if (field.isMandatory) yield { isMissing: true, field: name }
    } else if (field.isList) yield* faultsOfList(field, content)
    else yield* faultsOfValue(field, content, name, isMoney ? MONEY_FORMS[field.name] : undefined)
  }
}

function* faultsOfList(field: RequestField, content: unknown): Generator<Fault> {
  if (!Array.isArray(content)) return yield { isMissing: false, field: field.name }
  if (content.length === 0 && (field.isMandatory || (field.minItems ?? 0) > 0)) yield { isMissing: true, field: field.name }
  for (const element of content) yield* faultsOfValue(field, element, field.name)
}

function* faultsOfValue(field: RequestField, content: unknown, name: string, form = field.pattern): Generator<Fault> {
  if (field.type === 'object') {
    if (!isObject(content)) yield { isMissing: false, field: name }
    else if (field.model !== undefined) yield* faultsOf(field.model, content, name)
    return
  }
  const { maxLength, values, forbiddenCharacters = '' } = field
  const isRight =
    typeof content === field.type &&
    (typeof content !== 'string' ||
      ((maxLength === undefined || content.length <= maxLength) &&
        (form === undefined || form.test(content)) &&
        (values === undefined || values.includes(content)) &&
        ![...forbiddenCharacters].some((character) => content.includes(character))))
  if (!isRight) yield { isMissing: false, field: name }
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((item) => isDeeperThan(levels - 1, item))
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
