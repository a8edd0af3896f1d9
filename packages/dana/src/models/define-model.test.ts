import { expect, it } from 'vitest'
import { defineModel, defineUnion } from './define-model.js'

it('reads a row of a table: mandatory, renamed, limited, nested and listed fields', () => {
  const money = defineModel('value!', 19)
  const rule = () => undefined
  expect(defineModel('a:b!', 3, /x/, 'c', money, 'd!', [money], 'e', { minItems: 1 }, 'f', rule, 'g').fields).toEqual([
    { name: 'a', wireName: 'b', isMandatory: true, isList: false, limits: { maxLength: 3, pattern: /x/ } },
    { name: 'c', wireName: 'c', isMandatory: false, isList: false, model: money },
    { name: 'd', wireName: 'd', isMandatory: true, isList: true, model: money },
    { name: 'e', wireName: 'e', isMandatory: false, isList: false, limits: { minItems: 1 } },
    { name: 'f', wireName: 'f', isMandatory: false, isList: false, rule },
    { name: 'g', wireName: 'g', isMandatory: false, isList: false }
  ])
})

it('reads a model that has no fields', () => {
  const empty = defineModel()
  expect(defineModel('a', empty).fields[0]?.model).toBe(empty)
})

it('keeps the variants of a union in the order they are tried', () => {
  const [first, second] = [defineModel('a!'), defineModel('b!')]
  expect(defineUnion('type', ['FIRST', first], ['SECOND', second])).toEqual({
    fields: [],
    union: { discriminator: 'type', values: ['FIRST', 'SECOND'], variants: [first, second] }
  })
})
