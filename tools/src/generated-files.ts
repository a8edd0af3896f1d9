import { emitModels } from './models/emit-models.js'
import { emitOpenApiDocument } from './openapi/emit-openapi-document.js'
import { readSpecification } from './specification/read-specification.js'
import { emitRequestSchemas } from './validation/emit-request-schemas.js'

export const SPECIFICATION_PATH = 'specs/durianpay-disbursement.openapi.yaml'

/** A file that follows from the specification: where it belongs, and what it must say. */
export type GeneratedFile = { path: string; content: string }

/** Writes everything that is generated from the specification. The same text always gives the same files. */
export function generatedFiles(specificationText: string): GeneratedFile[] {
  const specification = readSpecification(specificationText)
  const header = `// Generated from ${SPECIFICATION_PATH}: do not edit, run \`npm run generate\`.\n\n`
  return [
    { path: 'packages/durianpay/src/generated/models.ts', content: header + emitModels(specification) },
    { path: 'packages/server/src/generated/request-schemas.ts', content: header + emitRequestSchemas(specification) },
    { path: 'packages/server/src/generated/openapi-document.ts', content: header + emitOpenApiDocument(specification) }
  ]
}
