// The package's files are ES modules by its package.json; this one tells Node and TypeScript that those below are not.
import { writeFileSync } from 'node:fs'

writeFileSync(new URL('dist/commonjs/package.json', import.meta.url), '{ "type": "commonjs" }\n')
