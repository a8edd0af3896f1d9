const INSPECT = Symbol.for('nodejs.util.inspect.custom')

/**
 * Makes an object print, and turn to JSON, without the values of some of its fields, which stay readable and are copied by a
 * spread.
 */
export function hideSecrets<Value extends object>(value: Value, secrets: (keyof Value & string)[]): Value {
  const shown = () => {
    const entries = Object.entries(value).map(([name, field]) => {
      return [name, secrets.includes(name as never) && field !== undefined ? '[hidden]' : field]
    })
    return Object.fromEntries(entries)
  }
  Object.defineProperty(value, INSPECT, { value: shown })
  Object.defineProperty(value, 'toJSON', { value: shown })
  return value
}
