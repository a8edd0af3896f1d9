import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ConstantName, printLiteral } from './print-literal.js'
import { printText } from './print-text.js'

const evaluate = (source: string): unknown => new Function(`return (${source})`)()

it('prints text that reads back as it was, whatever quotes, backslashes and controls are in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(evaluate(printText(text))).toBe(text)
    })
  )
})

it('prints data that reads back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      fc.pre(!JSON.stringify(value).includes('__proto__'))
      expect(JSON.stringify(evaluate(printLiteral(value)))).toBe(JSON.stringify(value))
    })
  )
})

it('prints short data on one line and long data on several', () => {
  expect(printLiteral({ type: 'string', enum: ['a', 'b'] })).toBe("{ type: 'string', enum: ['a', 'b'] }")
  expect(printLiteral({ first: 'x'.repeat(60), second: 'y'.repeat(60) })).toBe(
    `{\n  first: '${'x'.repeat(60)}',\n  second: '${'y'.repeat(60)}'\n}`
  )
})

it('prints the name of a constant as it is', () => {
  expect(printLiteral({ data: new ConstantName('answerBatch') })).toBe('{ data: answerBatch }')
})
