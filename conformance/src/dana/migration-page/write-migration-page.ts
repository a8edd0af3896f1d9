// `npm run generate -w conformance` writes the table of differences into docs/migrate-from-dana-node.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { MIGRATION_PAGE, withDifferences } from './migration-page.js'

writeFileSync(MIGRATION_PAGE, withDifferences(readFileSync(MIGRATION_PAGE, 'utf8')))
