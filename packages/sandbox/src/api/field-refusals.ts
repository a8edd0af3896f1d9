import { type Refusal, refuse } from '../state/outcome.js'

/** The field, or header, is missing or blank. */
export function missing(field: string): Refusal {
  return refuse(400, '02', 'field_missing', { detail: field })
}

/** The field, or header, has the wrong form. */
export function misformed(field: string): Refusal {
  return refuse(400, '01', 'field_misformed', { detail: field })
}
