import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const CONSUMER = new URL('../../../../consumers/dana-node-alias/', import.meta.url)

type FillIns = { blocks: Record<string, { document: string; fillIn: string }[]> }

const document = readText(new URL('fixtures/document-code.txt', import.meta.url))
  .trim()
  .split('\n')
const { blocks }: FillIns = JSON.parse(readText(new URL('fill-ins.json', CONSUMER)))
const files = readdirSync(new URL('src/blocks/', CONSUMER)).filter((file) => file.endsWith('.ts'))
const names = files.map((file) => file.replace('.ts', ''))

function readText(url: URL): string {
  return readFileSync(url, 'utf8')
}

/** Without white space, which the document lost. */
function squeeze(text: string): string {
  return text.replace(/\s/g, '')
}

it('fills in keys, request bodies and what the runner looks at, and nothing else', () => {
  expect(Object.keys(blocks).sort()).toEqual(names.sort())
  const fillIns = Object.values(blocks).flat()
  expect(new Set(fillIns.map(({ document }) => document))).toEqual(
    new Set(['privateKey: "YOUR_PRIVATE_KEY"', '// Define the request parameters for the API call here', ''])
  )
  const added = fillIns.filter(({ document }) => document === '')
  expect(added.every(({ fillIn }) => /^export \{ \w+ \};$/.test(fillIn))).toBe(true)
})

it.each(names)('%s is a block of the document, letter for letter', (name) => {
  let text = squeeze(readText(new URL(`src/blocks/${name}.ts`, CONSUMER)))
  for (const { document, fillIn } of blocks[name] ?? []) {
    expect(text.split(squeeze(fillIn))).toHaveLength(2)
    text = text.replace(squeeze(fillIn), () => squeeze(document))
  }
  expect(document.map(squeeze)).toContain(text)
})

it('leaves no block of the document out', () => {
  expect(names).toHaveLength(document.length)
  expect(new Set(document).size).toBe(14)
})
