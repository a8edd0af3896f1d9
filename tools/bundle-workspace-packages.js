// node bundle-workspace-packages.js PACKAGE…      in the folder of a package that is published, after both of its builds
// A published client has no dependency. So what it takes from packages of this workspace is copied into its own output,
// and its imports of them are turned to the copies: `@arus/snap-bi` becomes `../bundled/snap-bi/index.js`. Run twice, it
// changes nothing. Nothing is taken away that is still wanted: other programs may be running from the output.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

const PUBLISHED = /(\.js|\.d\.ts|[\\/]package\.json)$/
const NOT_PUBLISHED = /\.test\.|[\\/]testing[\\/]/
const SPECIFIER = /((?:from|import|require)\s*\(?\s*)(['"])@arus\/([\w-]+)\2/g

const names = process.argv.slice(2).map((name) => name.replace('@arus/', ''))

for (const output of ['dist', join('dist', 'commonjs')]) {
  for (const name of names) copyPackage(join('..', name, output), join(output, 'bundled', name))
  for (const path of filesBelow(output)) turnToCopies(path, output)
}

function copyPackage(built, copy) {
  const wanted = filesBelow(built).filter((path) => PUBLISHED.test(path) && !NOT_PUBLISHED.test(path))
  const copies = wanted.map((path) => join(copy, relative(built, path)))
  for (const [index, path] of wanted.entries()) writeIfNew(copies[index], readFileSync(path, 'utf8'))
  for (const path of filesBelow(copy)) if (!copies.includes(path)) rmSync(path)
}

/** The ES modules' folder holds the CommonJS one, which counts as another. */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(folder, 'commonjs') + sep))
}

function turnToCopies(path, output) {
  if (!/(\.js|\.d\.ts)$/.test(path)) return
  const turned = readFileSync(path, 'utf8').replace(SPECIFIER, (whole, before, quote, name) => {
    if (!names.includes(name)) return whole
    const target = relative(dirname(path), join(output, 'bundled', name, 'index.js')).replaceAll(sep, '/')
    return `${before}${quote}${target.startsWith('.') ? target : `./${target}`}${quote}`
  })
  writeIfNew(path, turned)
}

function writeIfNew(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
