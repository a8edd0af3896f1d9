import { describe, expect, it } from 'vitest'
import { batchKey } from './batch-key.js'

const parts = { fileBytes: Buffer.from('a,b\n1,2\n'), merchantId: 'mer_MsCtIPhqRc8045', mode: 'test', againReason: '' } as const

describe('the batch key', () => {
  it('stays the same for ever for the same file, merchant, mode and reason', () => {
    // Fixed here on purpose: a change of the recipe would pay every file of last month again.
    expect(batchKey(parts)).toBe('payroll-9d5c556a79b828f9a427ece566bbca305aeac001b4b1829c6bec887b27e747b2')
  })

  it('is another for one other byte, another merchant, the other mode, or a reason', () => {
    const keys = [
      parts,
      { ...parts, fileBytes: Buffer.from('a,b\n1,2') },
      { ...parts, merchantId: 'mer_MsCtIPhqRc8046' },
      { ...parts, mode: 'live' as const },
      { ...parts, againReason: 'bank returned it' },
      { ...parts, againReason: 'bank returned it twice' }
    ].map(batchKey)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
