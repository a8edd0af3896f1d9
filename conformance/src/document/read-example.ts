import { readFileSync } from 'node:fs'

/** Reads one of the guide's own examples (see fixtures/README.md). */
export function readExample(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
}

/**
 * Puts values in the place of parts of an example, in their order.
 *
 * @throws when a part is not there exactly once: then the example is not the guide's any more.
 */
export function replaceParts(example: string, parts: readonly (readonly [part: string, value: string])[]): string {
  return parts.reduce((text, [part, value]) => {
    const pieces = text.split(part)
    if (pieces.length !== 2) throw new Error(`the example has ${JSON.stringify(part)} ${pieces.length - 1} times`)
    return pieces.join(value)
  }, example)
}
