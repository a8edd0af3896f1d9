import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DISBURSEMENT_SPECIFICATION_PATH, generatedFiles, WIDGET_SPECIFICATION_PATH } from './generated-files.js'
import { staleFiles } from './stale-files.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const readText = (path: string) => readFileSync(join(root, path), 'utf8')
const files = generatedFiles(readText)
const paths = files.map(({ path }) => path)
const stalePaths = (folder: string) => staleFiles(folder, files).map(({ path }) => path)

describe('what is generated from the specifications', () => {
  it('is committed in step with them', () => {
    expect(stalePaths(root)).toEqual([])
  })

  it('comes from both, each once', () => {
    expect(new Set(files.map(({ specificationPath }) => specificationPath))).toEqual(
      new Set([DISBURSEMENT_SPECIFICATION_PATH, WIDGET_SPECIFICATION_PATH])
    )
    expect(new Set(paths).size).toBe(paths.length)
  })

  it('begins by saying from which', () => {
    for (const { content, specificationPath } of files)
      expect(content.startsWith(`// Generated from ${specificationPath}: do not edit`)).toBe(true)
  })

  it('is the same each time', () => {
    expect(generatedFiles(readText)).toEqual(files)
  })

  it('is named where it is missing or says something else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'generated-'))
    try {
      expect(stalePaths(folder)).toEqual(paths)
      for (const path of paths) cpSync(join(root, path), join(folder, path))
      expect(stalePaths(folder)).toEqual([])
      writeFileSync(join(folder, paths[1]!), `${files[1]!.content} `)
      rmSync(join(folder, paths[0]!))
      expect(stalePaths(folder)).toEqual([paths[0], paths[1]])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('follows a change of its own specification, and only of that', () => {
    const changed = generatedFiles((path) => readText(path).replace('submitDisbursement', 'sendDisbursement'))
    expect(changed[1]!.content).toContain('sendDisbursement')
    expect(changed.filter(({ content }, index) => content !== files[index]!.content)).toEqual([changed[1], changed[2]])
  })
})
