// node bundle-workspace-packages.js PACKAGE…      in the folder of a package that is published, after both of its builds
// A published client has no dependency. So what it takes from packages of this workspace is copied into its own output,
// and its imports of them are turned to the copies: `@arus/snap-bi` becomes `../bundled/snap-bi/index.js`. Run twice, it
// changes nothing.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

const NOT_PUBLISHED = /\.test\.|\.map$|[\\/]testing$|\.tsbuildinfo$/
const SPECIFIER = /((?:from|import|require)\s*\(?\s*)(['"])@arus\/([\w-]+)\2/g

const names = process.argv.slice(2).map((name) => name.replace('@arus/', ''))

for (const output of ['dist', join('dist', 'commonjs')]) {
  for (const name of names) {
    const copy = join(output, 'bundled', name)
    rmSync(copy, { recursive: true, force: true })
    const built = join('..', name, output)
    cpSync(built, copy, { recursive: true, filter: (path) => isPublished(path, built) })
  }
  for (const path of filesBelow(output)) turnToCopies(path, output)
}

/** The ES modules' folder holds the CommonJS one, which is copied on its own. */
function isPublished(path, built) {
  return !NOT_PUBLISHED.test(path) && (path === built || path !== join(built, 'commonjs'))
}

function filesBelow(output) {
  return readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.js$|\.d\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => output.endsWith('commonjs') || !path.startsWith(join('dist', 'commonjs') + sep))
}

function turnToCopies(path, output) {
  const text = readFileSync(path, 'utf8')
  const turned = text.replace(SPECIFIER, (whole, before, quote, name) => {
    if (!names.includes(name)) return whole
    const target = relative(dirname(path), join(output, 'bundled', name, 'index.js')).replaceAll(sep, '/')
    return `${before}${quote}${target.startsWith('.') ? target : `./${target}`}${quote}`
  })
  if (turned !== text) writeFileSync(path, turned)
}
