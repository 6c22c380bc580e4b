import { describe, expect, it } from 'vitest'

import { betterReading } from './device-clock.ts'

const kept = { ahead: -600_000, within: 40, heardAt: 0 }

describe('a device’s reading of the server’s clock', () => {
  it('stays with the one that was heard quickest', () => {
    expect(betterReading(kept, { ahead: -600_300, within: 400, heardAt: 5000 })).toBe(kept)
  })
  it('takes a quicker one', () => {
    const quicker = { ahead: -600_010, within: 8, heardAt: 5000 }
    expect(betterReading(kept, quicker)).toBe(quicker)
  })
  it('takes a slow one when the kept one is old, or the device’s clock was set meanwhile', () => {
    const late = { ahead: -600_300, within: 400, heardAt: 3_600_000 }
    expect(betterReading(kept, late)).toBe(late)
    const set = { ahead: 20, within: 400, heardAt: 5000 }
    expect(betterReading(kept, set)).toBe(set)
  })
})
