/**
 * What the engine in this folder knows of a model: its fields in the order of the wire. The tables that hold one per
 * model are generated from the specification.
 *
 * The functions over it: `toJson(model, value: unknown): unknown`, `fromJson(model, json: unknown): unknown`,
 * `instanceOf(model, value: unknown): boolean`, `validateLimits(model, value: unknown, context: ValidationContext):
 * ValidationErrorContext[]`, `findMissing(model, value: unknown): string[]` and, below the third,
 * `validateProperty(field: string, value: unknown, attribute: PropertyValidationAttribute): ValidationErrorContext[]`.
 */
export type Model = {
  /** In the order of the wire. Empty where the model is a union. */
  readonly fields: readonly Field[]
  /** What a union chooses from; undefined for all other models. */
  readonly union: Union | undefined
}

/** One of several models: the first whose mandatory fields are all present. */
export type Union = {
  readonly variants: readonly Model[]
  /** The field whose value tells which variant is meant, where the mandatory fields don't: `grantType`. */
  readonly discriminator: string
  /** The discriminator's value in each variant, in their order. */
  readonly values: readonly string[]
}

export type Field = {
  /** The name of the property in TypeScript: `extendInfoClosedReason`. */
  readonly name: string
  /** The key in JSON: `extendInfo.closedReason`. */
  readonly wireName: string
  readonly isMandatory: boolean
  /** What the value is, or each element of it; undefined for texts, numbers, lists of them and free objects. */
  readonly model: Model | undefined
  /** Whether the value is a list of the model. */
  readonly isList: boolean
  /** What the client itself refuses before it sends. */
  readonly limits: PropertyValidationAttribute | undefined
  /** A rule that no limit expresses; it is asked only of a text that is within its limits. */
  readonly rule: Rule | undefined
}

/** Says what is wrong with a text, undefined where nothing is. */
export type Rule = (field: string, value: string, context: ValidationContext) => string | undefined

/** What rules depend on besides the value. */
export type ValidationContext = {
  /** Milliseconds since 1970. */
  now: number
  /** Whether the values go to DANA's production host. */
  production: boolean
}

/** One value that the client refuses, and why. */
export interface ValidationErrorContext {
  /** The bare name of the field, without those of the objects around it. */
  field: string
  message: string
}

/** The limits of one property. Lengths count UTF-16 units, as JavaScript does. */
export type PropertyValidationAttribute = {
  maxLength?: number | undefined
  minLength?: number | undefined
  pattern?: RegExp | undefined
  maximum?: number | undefined
  exclusiveMaximum?: boolean | undefined
  minimum?: number | undefined
  exclusiveMinimum?: boolean | undefined
  multipleOf?: number | undefined
  maxItems?: number | undefined
  minItems?: number | undefined
  uniqueItems?: boolean | undefined
  maxDate?: string | undefined
}

/** How DANA authenticates a call: which headers and which string to sign. */
export type HeaderProfile = 'b2b' | 'b2b2c' | 'apply-token' | 'open-api'

/** One call of DANA's API. */
export type Operation = {
  /** `widgetPayment`. */
  readonly operationId: string
  /** What dana-node calls the argument: `widgetPaymentRequest`. */
  readonly parameterName: string
  /** The path that is called and signed, with its leading slash. */
  readonly path: string
  /** Digits four and five of its response codes; undefined where its answers have none. */
  readonly serviceCode?: string | undefined
  readonly headerProfile: HeaderProfile
  /** `request.head.function` of the Open API envelope. */
  readonly functionName?: string | undefined
  readonly request: Model
  readonly response: Model
}
