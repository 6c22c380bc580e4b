import { boolean, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

import type { InvitationId, MemberRole, OrganisationId, SessionId, UserId } from '@enlace/domain'

// Dates, not strings: better-auth reads and writes these tables and compares their times itself.
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const now = (): Date => new Date()

export const users = pgTable('users', {
  id: uuid('id').$type<UserId>().primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  locale: text('locale').$type<'en' | 'es'>().notNull().default('en'),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  createdAt: moment('created_at').notNull().$defaultFn(now),
  updatedAt: moment('updated_at').notNull().$defaultFn(now),
})

export const sessions = pgTable('sessions', {
  id: uuid('id').$type<SessionId>().primaryKey(),
  userId: uuid('user_id').$type<UserId>().notNull(),
  token: text('token').notNull().unique(),
  organisationId: uuid('organisation_id').$type<OrganisationId>(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  createdAt: moment('created_at').notNull().$defaultFn(now),
  updatedAt: moment('updated_at').notNull().$defaultFn(now),
  expiresAt: moment('expires_at').notNull(),
})

export const accounts = pgTable('accounts', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id').$type<UserId>().notNull(),
  providerId: text('provider_id').notNull(),
  accountId: text('account_id').notNull(),
  password: text('password'),
  createdAt: moment('created_at').notNull().$defaultFn(now),
  updatedAt: moment('updated_at').notNull().$defaultFn(now),
})

export const verifications = pgTable('verifications', {
  id: uuid('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: moment('expires_at').notNull(),
  createdAt: moment('created_at').notNull().$defaultFn(now),
  updatedAt: moment('updated_at').notNull().$defaultFn(now),
})

export const twoFactors = pgTable('two_factors', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id').$type<UserId>().notNull(),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  verified: boolean('verified').notNull().default(false),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: moment('locked_until'),
})

export const members = pgTable(
  'members',
  {
    organisationId: uuid('organisation_id').$type<OrganisationId>().notNull(),
    userId: uuid('user_id').$type<UserId>().notNull(),
    role: text('role').$type<MemberRole>().notNull(),
    joinedAt: moment('joined_at').notNull().$defaultFn(now),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.userId] })],
)

export const invitations = pgTable('invitations', {
  id: uuid('id').$type<InvitationId>().primaryKey(),
  organisationId: uuid('organisation_id').$type<OrganisationId>().notNull(),
  email: text('email').notNull(),
  role: text('role').$type<MemberRole>().notNull(),
  tokenHash: text('token_hash').notNull(),
  invitedBy: uuid('invited_by').$type<UserId>(),
  createdAt: moment('created_at').notNull().$defaultFn(now),
  expiresAt: moment('expires_at').notNull(),
  acceptedAt: moment('accepted_at'),
  withdrawnAt: moment('withdrawn_at'),
})
