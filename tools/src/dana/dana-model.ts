import type { Schema } from '../specification/specification.js'

/** A model of DANA's client, as the specification describes it: one schema, under the name that TypeScript gives it. */
export type DanaModel = {
  name: string
  schema: Schema
  /** In the order of the wire. Empty where the model is a union. */
  fields: DanaField[]
  /** The models that a union chooses from, in the order they are tried; undefined for all other models. */
  variants: DanaModel[] | undefined
}

export type DanaField = {
  /** The property in TypeScript. */
  name: string
  /** The key in JSON. */
  wireName: string
  isMandatory: boolean
  isList: boolean
  schema: Schema
  /** The schema of each element where the field is a list, else the field's own. */
  element: Schema
  /** The model that the value is, or each element of it. */
  model: DanaModel | undefined
  enumeration: DanaEnumeration | undefined
}

/** The values that a field may have, as an object of constants. */
export type DanaEnumeration = {
  /** `UrlParamTypeEnum`. */
  name: string
  /** The name of each constant and its value: `['PayReturn', 'PAY_RETURN']`. */
  members: [name: string, value: string][]
}
