// node stage-package.js [FOLDER…]      in the folder of a package that is published, after both of its builds
// Makes its folder `published`, from which it is packed. What differs from the build:
//
// - A published client has no dependency. What it takes from packages of this workspace (its development dependencies) is
//   copied in, and its imports of them are turned to the copies: `@arus/snap-bi` becomes `../bundled/snap-bi/index.js`.
// - The declarations of generated modules are most of a package, and each of its copies would hold them all. An ES module may
//   take its types from a CommonJS one, so those below each FOLDER point to the others. Not for default exports.
// - The manifest says nothing of this workspace.
//
// The build itself stays as the compiler left it: packages that refer to it would not find copies where their sources are.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

const STAGE = 'published'
const NOT_PUBLISHED = /\.test\.|[\\/]testing([\\/]|$)|\.tsbuildinfo$|[\\/]bundled([\\/]|$)/
const SPECIFIER = /((?:from|import|require)\s*\(?\s*)(['"])@arus\/([\w-]+)\2/g

const { devDependencies = {}, scripts, private: _, 'size-limit': __, ...manifest } = JSON.parse(read('package.json'))
const names = Object.keys(devDependencies).map((name) => name.replace('@arus/', ''))
const withMaps = !manifest.files.includes('!**/*.map')

rmSync(STAGE, { recursive: true, force: true })
mkdirSync(STAGE)
writeFileSync(join(STAGE, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
for (const path of ['README.md', 'LICENSE', ...manifest.files]) if (existsSync(path)) copy(path, join(STAGE, path))

for (const output of [join(STAGE, 'dist'), join(STAGE, 'dist', 'commonjs')]) {
  for (const name of names) bundle(name, output)
  for (const path of filesBelow(output)) turnToCopies(path, output)
}
for (const folder of process.argv.slice(2)) shareDeclarations(folder)

function copy(from, to) {
  const isWanted = (path) => !NOT_PUBLISHED.test(path) && (withMaps || !path.endsWith('.map'))
  cpSync(from, to, { recursive: true, filter: isWanted })
}

/** The ES modules' folder of a package holds its CommonJS one, which is copied on its own. */
function bundle(name, output) {
  const built = join('..', '..', 'packages', name, relative(STAGE, output))
  const nested = join(built, 'commonjs')
  const filter = (path) => !NOT_PUBLISHED.test(path) && !path.endsWith('.map') && path !== nested
  cpSync(built, join(output, 'bundled', name), { recursive: true, filter })
}

function filesBelow(output) {
  return readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.js$|\.d\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(output, 'commonjs') + sep))
}

function turnToCopies(path, output) {
  const text = read(path)
  const turned = text.replace(SPECIFIER, (whole, before, quote, name) => {
    if (!names.includes(name)) return whole
    const target = relative(dirname(path), join(output, 'bundled', name, 'index.js')).replaceAll(sep, '/')
    return `${before}${quote}${target.startsWith('.') ? target : `./${target}`}${quote}`
  })
  if (turned !== text) writeFileSync(path, turned)
}

function shareDeclarations(folder) {
  const toRoot = '../'.repeat(folder.split('/').length)
  for (const file of readdirSync(join(STAGE, 'dist', folder)).filter((name) => name.endsWith('.d.ts'))) {
    const other = `${toRoot}commonjs/${folder}/${file.replace(/\.d\.ts$/, '.js')}`
    writeFileSync(join(STAGE, 'dist', folder, file), `export * from '${other}'\n`)
  }
}

function read(path) {
  return readFileSync(path, 'utf8')
}
