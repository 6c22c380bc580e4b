import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DznError } from './dzn-error.ts'
import { readDzn } from './read-dzn.ts'

/** A day made up for this test: three participants, two meetings, three slots of which one is in the afternoon. */
const day = `nBusiness = 3;
nMeetings = 2;
nTables = 1;
nTotalSlots = 3; % two before lunch
nMorningSlots = 2;

requested = [|1, 2,1, 
|3, 2,3, 
|];

meetingsxBusiness = [{1,2},
{1,2,3},
{1,3}];

nMeetingsBusiness = [1,2,1];

forbidden = [{0},
{3,1},
{}];

fixed = [0,2];

precedences = [{},
{1}];
`

/** What the reader says of the day with one thing in it changed. */
function refusalOf(from: string, to: string): string {
  expect(day).toContain(from)
  try {
    readDzn(day.replace(from, to))
    return 'read'
  } catch (error) {
    if (!(error instanceof DznError)) throw error
    return `${error.code} in line ${error.line}`
  }
}

describe('a day in the published format', () => {
  it('is read into slots, places, participants and meetings that count from 0', () => {
    expect(readDzn(day)).toEqual({
      slots: [
        { start: 0, end: 30, session: 0 },
        { start: 30, end: 60, session: 0 },
        { start: 120, end: 150, session: 1 },
      ],
      participants: [{ forbidden: [] }, { forbidden: [0, 2] }, { forbidden: [] }],
      places: [{ zone: 0, closed: [] }],
      walking: [[0]],
      pools: [],
      meetings: [
        { participants: [0, 1], slots: [0, 1], places: null, pool: null, after: [] },
        { participants: [2, 1], slots: [1], places: null, pool: null, after: [0] },
      ],
      spread: 2,
    })
  })

  it('may be fixed to a slot that its session does not have: then the meeting has none', () => {
    expect(readDzn(day.replace('fixed = [0,2]', 'fixed = [3,2]')).meetings[0]?.slots).toEqual([])
  })

  it.each([
    ['nTables = 1;', 'nTables = 1', 'dzn.malformed in line 4'],
    ['nTables = 1;', 'nTables = #;', 'dzn.malformed in line 3'],
    ['nTables = 1;', 'nTables = {};', 'dzn.malformed in line 3'],
    ['|1, 2,1,', '|1, 2,', 'dzn.malformed in line 7'],
    ['|3, 2,3,', '|3, 2,3,4,', 'dzn.malformed in line 8'],
    ['{1}];\n', '{1}', 'dzn.malformed in line 24'],
    ['nTables = 1;', 'nChairs = 1;', 'dzn.unknown-name in line 3'],
    ['nTables = 1;', 'toString = 1;', 'dzn.unknown-name in line 3'],
    ['nTables = 1;', 'nMeetings = 2;', 'dzn.given-twice in line 3'],
    ['nTables = 1;', '', 'dzn.missing in line 24'],
    ['nTables = 1;', 'nTables = 1000000000;', 'dzn.out-of-range in line 3'],
    ['|3, 2,3,', '|4, 2,3,', 'dzn.out-of-range in line 8'],
    ['|3, 2,3,', '|0, 2,3,', 'dzn.out-of-range in line 8'],
    ['|3, 2,3,', '|3, 2,0,', 'dzn.out-of-range in line 8'],
    ['|3, 2,3,', '|3, 2,4,', 'dzn.out-of-range in line 8'],
    ['{3,1}', '{3,4}', 'dzn.out-of-range in line 18'],
    ['fixed = [0,2]', 'fixed = [0,4]', 'dzn.out-of-range in line 21'],
    ['{1}];\n', '{3}];\n', 'dzn.out-of-range in line 24'],
    ['|3, 2,3,', '|2, 2,3,', 'dzn.contradiction in line 8'],
    ['nMorningSlots = 2', 'nMorningSlots = 4', 'dzn.contradiction in line 5'],
    ['nBusiness = 3', 'nBusiness = 4', 'dzn.contradiction in line 15'],
    ['fixed = [0,2]', 'fixed = [0]', 'dzn.contradiction in line 21'],
    ['{1,2,3}', '{1,2}', 'dzn.contradiction in line 12'],
    ['[1,2,1]', '[1,2,2]', 'dzn.contradiction in line 15'],
  ])('with %j become %j is refused: %s', (from, to, refusal) => {
    expect(refusalOf(from, to)).toBe(refusal)
  })

  it('is refused when empty', () => {
    expect(() => readDzn('')).toThrow(expect.objectContaining({ code: 'dzn.missing', line: 1 }))
  })
})

const shared = new URL('../../../../../shared/data/scheduling/jair2022/', import.meta.url)

describe.skipIf(!existsSync(shared))('the published days (skipped where ../shared is absent)', () => {
  const read = (file: string) => readDzn(readFileSync(new URL(file, shared), 'utf8'))

  it('are all read, of every kind', () => {
    const files = readdirSync(shared).filter((name) => name.endsWith('.dzn'))
    expect(files.length).toBeGreaterThan(20)
    for (const file of files) expect(read(file).meetings.length, file).toBeGreaterThan(100)
  })

  it('have the sizes that their authors print', () => {
    const { participants, meetings, slots, places } = read('forum-14.original.dzn')
    expect([participants, meetings, slots, places].map((all) => all.length)).toEqual([78, 302, 22, 22])
  })
})
