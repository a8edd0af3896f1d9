// node mark-commonjs.js FOLDER
// A package's files are ES modules by its package.json; the one written here tells Node and TypeScript that those below
// the folder are not.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

writeFileSync(join(process.argv[2], 'package.json'), '{ "type": "commonjs" }\n')
