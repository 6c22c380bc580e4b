import type { MatchdayId, OrganisationId } from '@enlace/domain'
import { takePicture } from '@enlace/testing'
import { beforeAll, expect, it } from 'vitest'
import type { Visit } from '../../../web/src/testing/visit.ts'
import { endOf, publishedDay, type EndOfDay } from './door-days.ts'
import type { Person } from './house-people.ts'
import { openWorld } from './open-world.ts'

const { world } = openWorld()
let agency: OrganisationId
const staff: Person[] = []
const buyers: { readonly id: OrganisationId; readonly name: string }[] = []
const suppliers: { readonly id: OrganisationId; readonly name: string }[] = []
beforeAll(async () => {
  agency = await world.organisation('agency', 'Agencia Puerta')
  for (let at = 0; at < 3; at += 1) staff.push(await world.person(agency, 'facilitator'))
  const letters = 'ABCDEFGHIJKLMNOPQRST'
  for (const letter of letters.slice(0, 4)) {
    const name = `Mina ${letter}`
    buyers.push({ id: await world.organisation('buyer', name), name })
  }
  for (const letter of letters.slice(4)) {
    const name = `Taller ${letter}`
    suppliers.push({ id: await world.organisation('supplier', name), name })
  }
}, 400_000)

const patience = { timeout: 90_000 }
const [deviceCount, checkInCount, moveCount] = [3, 50, 20]
const aheadMs = 600_000
const apartMs = 300

type Step = { readonly device: number } & (
  | { readonly kind: 'check-in'; readonly name: string }
  | { readonly kind: 'move'; readonly meeting: string; readonly slot: number; readonly place: string }
)

/** The same steps every time: check-ins and moves in turn, by devices that know nothing of each other. */
function stepsOf(meetings: readonly string[]): readonly Step[] {
  const firms = [...buyers, ...suppliers].map(({ name }) => name)
  let seed = 20_300_506
  const below = (bound: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * bound)
  }
  const checkIns: Step[] = Array.from({ length: checkInCount }, (_, at) => ({
    ...{ kind: 'check-in', device: at % deviceCount, name: firms[Math.floor(at / deviceCount)] ?? '' },
  }))
  const moves: Step[] = Array.from({ length: moveCount }, (_, at) => ({
    ...{ kind: 'move', device: at % deviceCount, meeting: meetings[below(8)] ?? '' },
    ...{ slot: 4 + below(4), place: `t${1 + below(3)}` },
  }))
  return moves.flatMap((move, at) => [...checkIns.slice(at * 2.5, (at + 1) * 2.5), move])
}

/** A device of the staff: its page is ready for work without the network before the network goes. */
async function openDevice(person: Person, id: MatchdayId, ahead: number): Promise<Visit> {
  const device = await person.look()
  if (ahead > 0)
    await device.context.addInitScript((by) => {
      const Real = Date
      const Shifted = class extends Real {
        constructor(...given: unknown[]) {
          super(...((given.length === 0 ? [Real.now() + by] : given) as []))
        }
        static override now = (): number => Real.now() + by
      }
      globalThis.Date = Shifted as never
    }, ahead)
  await device.page.goto(`/matchdays/${id}/door`)
  await device.page.getByText('Works without the network').waitFor(patience)
  await device.page.getByText('All is sent').waitFor(patience)
  // On a busy machine the first answer is slow, and says little of the server's clock: the page asks again.
  await device.page.waitForFunction(
    (most) => {
      const kept = localStorage.getItem('enlace-device-clock')
      return kept !== null && (JSON.parse(kept) as { within: number }).within < most
    },
    apartMs / 2,
    { timeout: 120_000 },
  )
  return device
}

async function take({ page }: Visit, step: Step): Promise<void> {
  const [hash, tab] = step.kind === 'check-in' ? ['#in', 'Check-in'] : ['#meetings', 'Meetings']
  if (!page.url().endsWith(hash))
    await page.getByRole('navigation', { name: 'Door' }).getByRole('link', { name: tab }).press('Enter')
  // Clocks are measured to some 100 ms, and every step of the day has its place in the order.
  await page.waitForTimeout(apartMs)
  if (step.kind === 'check-in') {
    await page.getByRole('button', { name: `Check in ${step.name}`, exact: true }).press('Enter')
    await page.getByRole('button', { name: `Undo: ${step.name} is here`, exact: true }).waitFor(patience)
    return
  }
  const group = page.getByRole('group', { name: `Meeting ${step.meeting}`, exact: true })
  await group.getByRole('button', { name: 'Move', exact: true }).press('Enter')
  await group.getByLabel('Time').selectOption(String(step.slot))
  await group.getByLabel('Table').selectOption(step.place)
  await group.getByRole('button', { name: 'Move it there' }).press('Enter')
  await group.getByRole('button', { name: 'Move it there' }).waitFor({ ...patience, state: 'hidden' })
}

/** A day in the hall: the network goes, all work on, and devices come back in this order. */
async function dayIn(order: readonly number[]): Promise<EndOfDay> {
  const idsOf = (firms: typeof buyers): OrganisationId[] => firms.map(({ id }) => id)
  const id = await publishedDay(world.system, agency, idsOf(buyers), idsOf(suppliers))
  const { meetings } = await endOf(world.system, id)
  const steps = stepsOf(meetings.map(({ name }) => name))
  const devices: Visit[] = []
  for (const [at, person] of staff.entries()) devices.push(await openDevice(person, id, at === 1 ? aheadMs : 0))
  await Promise.all(devices.map(({ context }) => context.setOffline(true)))
  for (const [at, step] of steps.entries()) {
    const device = devices[step.device]
    if (device === undefined) throw new Error('no device')
    // In the middle of the day one reloads its page: app, day and queue come from the device.
    if (at === 30) {
      await device.page.reload()
      await takePicture(device.page, 'door-offline', { fullPage: true })
    }
    await take(device, step)
  }
  for (const [at, { page }] of devices.entries())
    await page.getByText(`${steps.filter(({ device }) => device === at).length} not sent yet`).waitFor(patience)
  for (const at of order) {
    await devices[at]?.context.setOffline(false)
    await devices[at]?.page.getByText('All is sent').waitFor(patience)
  }
  for (const [at, { page }] of devices.entries()) {
    await page.getByRole('navigation', { name: 'Door' }).getByRole('link', { name: 'What became of it' }).click()
    const own = steps.filter(({ device }) => device === at).length
    await expect.poll(() => page.locator('main li').count(), patience).toBe(own)
    expect(await page.getByText('Not sent yet', { exact: true }).count()).toBe(0)
  }
  const end = await endOf(world.system, id)
  await Promise.all(devices.map(({ context }) => context.close()))
  const done = steps.map((step) =>
    step.kind === 'check-in' ? `check-in ${step.name}` : `move ${step.meeting} ${step.slot} ${step.place}`,
  )
  expect(end.operations.map(({ deed }) => deed)).toEqual(done)
  expect(end.overlaps).toBe(0)
  return end
}

it('three devices without a network do 50 check-ins and 20 moves and come back in any order to the same', async () => {
  const began = Date.now()
  // Three days at once: none knows of the others, and what each waits for is not waited for three times.
  const orders = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ]
  const [first, ...others] = await Promise.all(orders.map(dayIn))
  if (first === undefined) throw new Error('no day')
  const outcomes = first.operations.map(({ outcome }) => outcome)
  // The day is worth the name: some moves are replaced by later ones, some cannot be.
  expect(new Set(outcomes)).toEqual(new Set(['applied', 'superseded', 'refused']))
  expect(first.operations.length).toBe(checkInCount + moveCount)
  console.info(
    `outcomes of ${outcomes.length}: ${['applied', 'superseded', 'refused'].map((one) => `${one} ${outcomes.filter((outcome) => outcome === one).length}`).join(', ')}`,
  )
  console.info(`three orders in ${((Date.now() - began) / 1000).toFixed(1)} s`)
  for (const other of others) expect(other).toEqual(first)
}, 900_000)
