// npm run generate            writes the generated files
// npm run generate -- --check says which of them are not in step with their specification, and then exits 1
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generatedFiles } from './generated-files.js'
import { staleFiles } from './stale-files.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const files = generatedFiles((path) => readFileSync(join(root, path), 'utf8'))

if (process.argv.includes('--check')) {
  const stale = staleFiles(root, files)
  for (const { path, specificationPath } of stale)
    console.error(`${path} is not in step with ${specificationPath}: run \`npm run generate\``)
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  for (const { path, content } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}
