import { emitDanaFiles } from './dana/emit-dana-files.js'
import { emitModels } from './models/emit-models.js'
import { emitOpenApiDocument } from './openapi/emit-openapi-document.js'
import { emitSandboxOperations } from './sandbox/emit-sandbox-operations.js'
import { readSpecification } from './specification/read-specification.js'
import { emitRequestSchemas } from './validation/emit-request-schemas.js'

export const DISBURSEMENT_SPECIFICATION_PATH = 'specs/durianpay-disbursement.openapi.yaml'
export const WIDGET_SPECIFICATION_PATH = 'specs/dana-widget.openapi.yaml'

/** A file that follows from a specification: where it belongs, what it must say, and the specification's path. */
export type GeneratedFile = { path: string; content: string; specificationPath: string }

/** Writes everything that is generated from the specifications. The same texts always give the same files. */
export function generatedFiles(readText: (path: string) => string): GeneratedFile[] {
  const disbursement = readSpecification(readText(DISBURSEMENT_SPECIFICATION_PATH))
  const widget = readSpecification(readText(WIDGET_SPECIFICATION_PATH))
  const files = {
    [DISBURSEMENT_SPECIFICATION_PATH]: {
      'packages/durianpay/src/generated/models.ts': emitModels(disbursement),
      'packages/server/src/generated/request-schemas.ts': emitRequestSchemas(disbursement),
      'packages/server/src/generated/openapi-document.ts': emitOpenApiDocument(disbursement)
    },
    [WIDGET_SPECIFICATION_PATH]: {
      ...Object.fromEntries(
        Object.entries(emitDanaFiles(widget)).map(([name, text]) => [`packages/dana/src/generated/${name}.ts`, text])
      ),
      'packages/sandbox/src/generated/operations.ts': emitSandboxOperations(widget)
    }
  }
  return Object.entries(files).flatMap(([specificationPath, texts]) => {
    const header = `// Generated from ${specificationPath}: do not edit, run \`npm run generate\`.\n\n`
    return Object.entries(texts).map(([path, text]) => ({ path, content: header + text, specificationPath }))
  })
}
