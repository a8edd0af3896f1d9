// node share-declarations.js FOLDER…      in the folder of a package that is published, after both of its builds
// The declarations of generated modules are most of a package, and each of its copies would hold them all. An ES module may
// take its types from a CommonJS one, so those of the ES modules' folder point to the others. Not for modules with a
// default export, which this does not carry over.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

for (const folder of process.argv.slice(2)) {
  const toRoot = '../'.repeat(folder.split('/').length)
  for (const file of readdirSync(join('dist', folder)).filter((name) => name.endsWith('.d.ts'))) {
    const path = join('dist', folder, file)
    const text = `export * from '${toRoot}commonjs/${folder}/${file.replace(/\.d\.ts$/, '.js')}'\n`
    if (readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
  }
}
