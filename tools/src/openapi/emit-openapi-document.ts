import { printLiteral } from '../source/print-literal.js'
import type { Specification } from '../specification/specification.js'

/** Writes the specification itself as data, so that the server can hand it out without reading a file. */
export function emitOpenApiDocument({ document }: Specification): string {
  return `/** The specification that this server speaks. */\nexport const openApiDocument: Record<string, unknown> = ${printLiteral(document)}\n`
}
