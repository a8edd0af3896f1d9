import { ControlError } from './control-error.js'

/** An object that came as JSON and is not trusted. */
export type Input = Readonly<Record<string, unknown>>

/** @throws {ControlError} when a body is no object, or has a field that `known` does not name */
export function readInput(body: unknown, known: readonly string[]): Input {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('the body must be a JSON object')
  const stranger = Object.keys(body).find((name) => !known.includes(name))
  if (stranger !== undefined) throw invalid(`${stranger} is unknown; there is ${known.join(', ') || 'no field'}`)
  return body as Input
}

export function optionalText(input: Input, name: string): string | undefined {
  const value = input[name]
  if (value === undefined) return undefined
  if (typeof value !== 'string' || value.length > 10_000) throw invalid(`${name} must be a text`)
  return value
}

export function requiredText(input: Input, name: string): string {
  const text = optionalText(input, name)
  if (text === undefined || text === '') throw invalid(`${name} is missing`)
  return text
}

export function optionalMatching(input: Input, name: string, pattern: RegExp, wanted: string): string | undefined {
  const text = optionalText(input, name)
  if (text !== undefined && !pattern.test(text)) throw invalid(`${name} must be ${wanted}`)
  return text
}

export function optionalOneOf<Choice extends string>(input: Input, name: string, choices: readonly Choice[]): Choice | undefined {
  const text = optionalText(input, name)
  if (text === undefined) return undefined
  const found = choices.find((choice) => choice === text)
  if (found === undefined) throw invalid(`${name} must be ${choices.join(', ')}`)
  return found
}

export function optionalUrl(input: Input, name: string): string | undefined {
  const text = optionalText(input, name)
  if (text !== undefined && !(URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)))
    throw invalid(`${name} must be an http or https address`)
  return text
}

export function optionalTexts(input: Input, name: string): string[] | undefined {
  const value = input[name]
  if (value === undefined) return undefined
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) throw invalid(`${name} must be a list of texts`)
  return value
}

export function optionalInteger(input: Input, name: string): number | undefined {
  const value = input[name]
  if (value === undefined) return undefined
  if (!Number.isSafeInteger(value)) throw invalid(`${name} must be a whole number`)
  return value as number
}

/** Rupiah such as 250000 or "250000.00", in sen. */
export function optionalAmount(input: Input, name: string): bigint | undefined {
  const value = input[name]
  if (value === undefined) return undefined
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || !/^\d{1,16}(\.\d{2})?$/.test(text))
    throw invalid(`${name} must be rupiah such as 250000 or "250000.00"`)
  const [rupiah, sen = '00'] = text.split('.')
  return BigInt(rupiah!) * 100n + BigInt(sen)
}

export function invalid(message: string): ControlError {
  return new ControlError(400, 'invalid', message)
}

/** Leaves out what is undefined, which an absent field is not. */
export function defined<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
