import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth'

import { hashToken, newToken } from './token.ts'

type Adapter = DBAdapter | DBTransactionAdapter

const hashed = (where: readonly Where[]): Where[] =>
  where.map((clause) => {
    if (clause.field !== 'token') return clause
    const { value } = clause
    if (Array.isArray(value)) return { ...clause, value: value.map((token) => hashToken(String(token))) }
    return { ...clause, value: hashToken(String(value)) }
  })

/** The token a query asked for, if it asked for one; rows read by it carry it on, others keep the hash. */
const asked = (where: readonly Where[]): string | null => {
  const clause = where.find(({ field, operator }) => field === 'token' && (operator === undefined || operator === 'eq'))
  return typeof clause?.value === 'string' ? clause.value : null
}

/**
 * Lets better-auth work with session tokens while the table holds nothing but their hashes, so that a copy of the
 * database opens no session. Tokens are made here, of 256 bits.
 */
export function hashSessions<Inner extends Adapter>(inner: Inner): Inner {
  const restore = <Row>(row: Row, token: string | null): Row =>
    row !== null && typeof row === 'object' && token !== null ? { ...row, token } : row
  const wrapped: Partial<DBAdapter> = {
    create: async (data) => {
      if (data.model !== 'session') return inner.create(data)
      const token = newToken()
      const row = await inner.create({ ...data, data: { ...data.data, token: hashToken(token) } })
      return restore(row, token) as never
    },
    findOne: async (data) => {
      if (data.model !== 'session') return inner.findOne(data)
      return restore(await inner.findOne({ ...data, where: hashed(data.where) }), asked(data.where)) as never
    },
    findMany: (data) =>
      inner.findMany(data.model === 'session' && data.where ? { ...data, where: hashed(data.where) } : data),
    update: async (data) => {
      if (data.model !== 'session') return inner.update(data)
      return restore(await inner.update({ ...data, where: hashed(data.where) }), asked(data.where)) as never
    },
    delete: (data) => inner.delete(data.model === 'session' ? { ...data, where: hashed(data.where) } : data),
    deleteMany: (data) => inner.deleteMany(data.model === 'session' ? { ...data, where: hashed(data.where) } : data),
  }
  if ('transaction' in inner) wrapped.transaction = (work) => inner.transaction((tx) => work(hashSessions(tx)))
  return { ...inner, ...wrapped }
}
