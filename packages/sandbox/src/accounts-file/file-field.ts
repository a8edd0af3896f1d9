import { isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml'
import { AccountsFileError } from './accounts-file-error.js'

/** A value in the file, and where it stands there. All scalars are texts, so that 0811… keeps its zero. */
export type FileField = {
  node: Node | null
  /** `users[0].phone` */
  name: string
  /** Where the file as a whole has no such value, this points at what should hold it. */
  line: number
  source: string
  lines: LineCounter
}

export function refuse({ source, line, name }: FileField, problem: string): never {
  throw new AccountsFileError(source, line, name, problem)
}

/** The fields of a mapping; any other name than `known` is a mistake, told with what there is. */
export function readFields(field: FileField, known: readonly string[]): Map<string, FileField> {
  const fields = readEntries(field)
  for (const [name, entry] of fields) {
    if (!known.includes(name)) refuse(entry, `unknown; there is ${known.join(', ')}`)
  }
  return fields
}

/** The entries of a mapping whose names are free. */
export function readEntries(field: FileField): Map<string, FileField> {
  const { node, name } = field
  if (!isMap(node)) return refuse(field, 'must be a mapping of names to values')
  return new Map(
    node.items.map(({ key, value }) => {
      const label = isScalar(key) ? String(key.value) : ''
      return [label, fieldAt(field, (value ?? null) as Node | null, name === '' ? label : `${name}.${label}`, key as Node)]
    })
  )
}

export function readList(field: FileField): FileField[] {
  if (!isSeq(field.node)) return refuse(field, 'must be a list')
  return field.node.items.map((item, index) => fieldAt(field, item as Node, `${field.name}[${index}]`, item as Node))
}

/** The text of a field, as it stands or between quotes. */
export function readText(field: FileField): string {
  const { node } = field
  if (!isScalar(node)) return refuse(field, 'must be a text')
  const text = String(node.value ?? '').trim()
  return text === '' ? refuse(field, 'must not be empty') : text
}

export function readMatching(field: FileField, pattern: RegExp, wanted: string): string {
  const text = readText(field)
  return pattern.test(text) ? text : refuse(field, `must be ${wanted}, not ${JSON.stringify(text)}`)
}

export function readOneOf<Choice extends string>(field: FileField, choices: readonly Choice[]): Choice {
  const text = readText(field)
  return choices.find((choice) => choice === text) ?? refuse(field, `must be ${choices.join(', ')}, not ${JSON.stringify(text)}`)
}

/** A field that must be there, by its name. */
export function required(parent: FileField, fields: Map<string, FileField>, name: string): FileField {
  return fields.get(name) ?? refuse({ ...parent, name: `${parent.name}.${name}` }, 'is missing')
}

function fieldAt(parent: FileField, node: Node | null, name: string, positioned: Node | null): FileField {
  const start = (positioned ?? node)?.range?.[0]
  return { ...parent, node, name, line: start === undefined ? parent.line : parent.lines.linePos(start).line }
}
