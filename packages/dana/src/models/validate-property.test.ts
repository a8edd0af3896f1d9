import { describe, expect, it } from 'vitest'
import type { PropertyValidationAttribute } from './model.js'
import { validateProperty } from './validate-property.js'

const messages = (value: unknown, attribute: PropertyValidationAttribute) =>
  validateProperty('field', value, attribute).map(({ message }) => message)

describe('validateProperty', () => {
  it('asks of a text its length and its pattern, all of them', () => {
    const attribute = { minLength: 3, maxLength: 4, pattern: /^\d+$/ }
    expect(messages('1234', attribute)).toEqual([])
    expect(messages('12345', attribute)).toEqual(['must be at most 4 characters long'])
    expect(messages('ab', attribute)).toEqual(['must be at least 3 characters long', 'must match required pattern'])
    expect(messages('a', { maxLength: 0 })).toEqual(['must be at most 0 characters long'])
  })

  it('asks of a number its bounds and what it is a multiple of', () => {
    expect(messages(11, { maximum: 10, minimum: 1, multipleOf: 2 })).toEqual([
      'must be less than or equal to 10',
      'must be a multiple of 2'
    ])
    expect(messages(0, { minimum: 1 })).toEqual(['must be greater than or equal to 1'])
    expect(messages(10, { maximum: 10, exclusiveMaximum: true })).toEqual(['must be less than 10'])
    expect(messages(1, { minimum: 1, exclusiveMinimum: true })).toEqual(['must be greater than 1'])
    expect(messages(1, { exclusiveMinimum: true, exclusiveMaximum: true })).toEqual([])
    expect(messages(-Infinity, { exclusiveMinimum: true })).toEqual([])
  })

  it('asks of an array how many items it has, and whether they differ', () => {
    const attribute = { minItems: 2, maxItems: 3, uniqueItems: true }
    expect(messages(['a', 'b'], attribute)).toEqual([])
    expect(messages(['a'], attribute)).toEqual(['must have at least 2 items'])
    expect(messages(['a', 'b', 'c', 'a'], attribute)).toEqual(['must have at most 3 items', 'must have unique items'])
  })

  it('asks nothing of what is missing or of another type', () => {
    const attribute = { maxLength: 0, minItems: 9, maximum: 0 }
    for (const value of [undefined, null, true, {}]) expect(messages(value, attribute)).toEqual([])
    expect(messages(5, { maxLength: 0, minItems: 9 })).toEqual([])
  })

  it('names the field', () => {
    expect(validateProperty('amount', 'x', { maxLength: 0 })).toEqual([
      { field: 'amount', message: 'must be at most 0 characters long' }
    ])
  })
})
