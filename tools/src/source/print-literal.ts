import { printText } from './print-text.js'

/** Stands for the name of a constant, inside data that is printed as source. */
export class ConstantName {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Writes plain data as a TypeScript expression, names of constants in it as they are. */
export function printLiteral(value: unknown, indent = ''): string {
  if (value instanceof ConstantName) return value.name
  if (typeof value === 'string') return printText(value)
  if (value === null || typeof value !== 'object') return String(value)
  const inner = `${indent}  `
  const entries = Array.isArray(value)
    ? value.map((element) => printLiteral(element, inner))
    : Object.entries(value).map(([key, field]) => `${printKey(key)}: ${printLiteral(field, inner)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const line = entries.length === 0 ? open + close : `${open} ${entries.join(', ')} ${close}`
  if (line.length <= 100 && !line.includes('\n'))
    return Array.isArray(value) ? line.replace('[ ', '[').replace(/ \]$/, ']') : line
  return `${open}\n${entries.map((entry) => inner + entry).join(',\n')}\n${indent}${close}`
}

/** Writes the key of an object: bare where TypeScript takes it so. */
export function printKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : printText(key)
}
