import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { identifyProcess, readCommandLine } from './identify-process.js'

describe('identifyProcess', () => {
  it('stays the same while the process lives, and ends with it', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'some words'], { stdio: 'ignore' })
    await once(child, 'spawn')
    const identity = await identifyProcess(child.pid!)
    expect(identity).toBeTruthy()
    expect(await identifyProcess(child.pid!)).toBe(identity)
    expect(await identifyProcess(process.pid)).not.toBe(identity)
    expect(await readCommandLine(child.pid!)).toContain('some words')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await identifyProcess(child.pid!)).toBeUndefined()
  })
})
