import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { findChromium } from './find-chromium.js'

function folderWith(name: string, mode: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'arus-chromium-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, name), '')
  chmodSync(join(folder, name), mode)
  return folder
}

it('takes the one that CHROMIUM_PATH names', () => {
  const path = join(folderWith('mine', 0o755), 'mine')
  expect(findChromium({ CHROMIUM_PATH: path, PATH: folderWith('chromium', 0o755) })).toBe(path)
})

it('says so when CHROMIUM_PATH names nothing', () => {
  expect(() => findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toThrow('CHROMIUM_PATH is /nowhere/chromium')
})

it.each(['chromium-headless-shell', 'chromium', 'google-chrome-stable'])('finds %s on the PATH', (name) => {
  const folder = folderWith(name, 0o755)
  expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(join(folder, name))
})

it('takes the lighter one of two that stand beside each other', () => {
  const folder = folderWith('chromium', 0o755)
  const lighter = join(folder, 'chromium-headless-shell')
  writeFileSync(lighter, '', { mode: 0o755 })
  expect(findChromium({ PATH: folder })).toBe(lighter)
})
