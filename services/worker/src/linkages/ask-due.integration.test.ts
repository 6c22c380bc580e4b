import { createHash } from 'node:crypto'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { asSystem, claimUnpublished, markPublished } from '@enlace/database'
import type { EventId, LinkageId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeLinkage, makeMember } from '@enlace/testing'

import { LinkageWorld, type Pair } from '../../test/linkage-world.ts'
import { MailReceiver, plainText } from '../../test/mail-receiver.ts'
import { openMailer, type Mailer } from '../mails/mailer.ts'
import { sendMail } from '../mails/send-mail.ts'
import { deliver } from '../reactions/react.ts'

let world: LinkageWorld
const mails = new MailReceiver()
let mailer: Mailer
beforeAll(async () => {
  world = await LinkageWorld.open()
  mailer = openMailer(await mails.open(), 'Enlace <no-reply@enlace.example>')
})
afterAll(async () => {
  mailer.close()
  await mails.close()
  await world.close()
})
beforeEach(async () => {
  mails.received = []
  await world.owner`update linkages set clock_due_at = null`
  await world.owner`delete from follow_ups`
  await world.owner`delete from mails`
})

const days = (count: number): Date => new Date(Date.now() + count * 86_400_000)
const linked = async (given: { hidden?: boolean; daysAgo?: number } = {}): Promise<Pair & { id: LinkageId }> => {
  const pair = await world.pair()
  const { hidden = false, daysAgo = 0 } = given
  const id = await asSystem(world.database, (tx) =>
    makeLinkage(tx, {
      ...{ buyerId: pair.buyer, supplierId: pair.supplier, needId: pair.needId },
      ...{ stage: 'offer', buyerHidden: hidden, daysAgo },
    }),
  )
  return { ...pair, id }
}
/** Sends all mail that waits, through the real server. */
async function send(): Promise<void> {
  await asSystem(world.database, async (tx) => markPublished(tx, await claimUnpublished(tx, 1000)))
  const due = await world.owner<{ event_id: EventId }[]>`
    select event_id from reaction_runs where reaction = 'send-mail' and done_at is null order by event_id`
  const react = deliver(
    world.database,
    createLog('test', 'silent'),
    'send-mail',
    sendMail({ database: world.database, mailer, demo: false }),
  )
  for (const { event_id: id } of due) await react(id)
}
const askedOf = async (id: LinkageId): Promise<number[]> => {
  const rows = await world.owner<{ days: number }[]>`
    select days from follow_ups where linkage_id = ${id} order by asked_at, days`
  return rows.map((row) => row.days)
}

describe('the follow-up clock', () => {
  it('asks each person of both sides by a mail with links of its own, which leaves by SMTP', async () => {
    const { buyer } = await linked()
    await asSystem(world.database, (tx) => makeMember(tx, buyer, 'owner', 'jefa@buyer.example'))
    expect(await world.ask(days(6.9))).toBe(0)
    expect(await world.ask(days(7.1))).toBe(1)
    await send()
    expect(mails.received.map(({ recipients: [to = ''] }) => to.replace(/\d/g, '')).toSorted()).toEqual([
      'ana@buyer.example',
      'jefa@buyer.example',
      'rosa@supplier.example',
    ])
    const links = mails.received
      .map(plainText)
      .map((text) => [...text.matchAll(/https:\/\/enlace\.example\/follow-up#token=([\w-]+)&answer=([\w-]+)/g)])
    for (const one of links) {
      expect(one.map(([, , answer]) => answer)).toEqual(['talking', 'contract', 'stopped', 'no-answer'])
      expect(new Set(one.map(([, token]) => token)).size).toBe(1)
    }
    const tokens = links.map(([first]) => first?.[1] ?? '')
    expect(new Set(tokens).size).toBe(3)
    // Only hashes are kept, and they are those of the tokens.
    const hashes = tokens.map((token) => createHash('sha256').update(token).digest('hex')).toSorted()
    const kept = await world.owner<{ hash: string }[]>`select encode(token_hash, 'hex') as hash from follow_up_links`
    expect(kept.map(({ hash }) => hash).toSorted()).toEqual(hashes)
  })

  it('asks 7, 30, 90, 180 and 365 days on, once each, also with three workers, and then no more', async () => {
    const { id } = await linked()
    for (const wait of [7.1, 30.1, 90.1, 180.1, 365.1, 800]) {
      const done = await Promise.all([world.ask(days(wait)), world.ask(days(wait)), world.ask(days(wait))])
      expect(done[0] + done[1] + done[2]).toBe(wait === 800 ? 0 : 1)
    }
    expect(await askedOf(id)).toEqual([7, 7, 30, 30, 90, 90, 180, 180, 365, 365])
  })

  it('asks once where a worker was away for long', async () => {
    const { id } = await linked()
    expect(await world.ask(days(100))).toBe(1)
    expect(await world.ask(days(100))).toBe(0)
    expect(await askedOf(id)).toEqual([90, 90])
  })

  it('says nothing of a buyer that has not named itself', async () => {
    const { supplier } = await linked({ hidden: true })
    await world.ask(days(8))
    await send()
    expect(mails.received.find(({ recipients: [to] }) => to?.startsWith('rosa'))?.text).not.toContain('Mina Sur')
    expect(await world.told(supplier)).toEqual([['follow-up-due', { partner: '', title: 'Pumps', days: 7 }]])
  })
})

describe('a term', () => {
  it('reminds both sides once, thirty days before its last day, where both agreed to it', async () => {
    const { id, buyer, supplier } = await linked()
    const add = (agreed: boolean, endsOn: string) => world.owner`
      insert into linkage_terms (id, linkage_id, kind, scope, ends_on, organisation_id, agreed_at)
      values (gen_random_uuid(), ${id}, 'exclusivity', 'Chile', ${endsOn}, ${buyer}, ${agreed ? new Date() : null})`
    const last = days(31).toISOString().slice(0, 10)
    await add(true, last)
    await add(false, last)
    expect(await world.ask(days(0))).toBe(0)
    expect(await world.ask(days(2))).toBe(1)
    expect(await world.ask(days(3))).toBe(0)
    const notice = (partner: string) => ['term-ending', { partner, title: 'Pumps', what: 'exclusivity', endsOn: last }]
    expect([await world.told(buyer), await world.told(supplier)]).toEqual([
      [notice('Bombas Ltda')],
      [notice('Mina Sur')],
    ])
  })
})
