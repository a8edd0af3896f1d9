import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { generatedFiles, SPECIFICATION_PATH } from './generated-files.js'
import { staleFiles } from './stale-files.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const specificationText = readFileSync(join(root, SPECIFICATION_PATH), 'utf8')
const files = generatedFiles(specificationText)
const paths = files.map(({ path }) => path)

describe('what is generated from the specification', () => {
  it('is committed in step with it', () => {
    expect(staleFiles(root, files)).toEqual([])
  })

  it('begins by saying so', () => {
    for (const { content } of files)
      expect(content).toMatch(/^\/\/ Generated from specs\/durianpay-disbursement\.openapi\.yaml: do not edit/)
  })

  it('is the same each time', () => {
    expect(generatedFiles(specificationText)).toEqual(files)
  })

  it('is named where it is missing or says something else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'generated-'))
    try {
      expect(staleFiles(folder, files)).toEqual(paths)
      for (const path of paths) cpSync(join(root, path), join(folder, path))
      expect(staleFiles(folder, files)).toEqual([])
      writeFileSync(join(folder, paths[1]!), `${files[1]!.content} `)
      rmSync(dirname(join(folder, paths[0]!)), { recursive: true })
      expect(staleFiles(folder, files)).toEqual([paths[0], paths[1]])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('follows a change of the specification', () => {
    const changed = generatedFiles(specificationText.replace('submitDisbursement', 'sendDisbursement'))
    expect(changed[1]!.content).toContain('sendDisbursement')
    expect(changed[1]!.content).not.toBe(files[1]!.content)
  })
})
