import * as z from 'zod'

/**
 * Parses a process's environment once; on a fault it ends the start with one line per variable.
 * @throws Error naming each variable that is missing or wrong
 */
export function readConfig<Schema extends z.ZodType>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): z.output<Schema> {
  const parsed = schema.safeParse(environment)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`configuration is incomplete:\n${faults.join('\n')}`)
}

export const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback)
export const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('0')
  .transform((value) => value === '1' || value === 'true')

/** What every process of ours needs to know. */
export const processConfig = {
  NODE_ENV: z.string().default('production'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  HOST: z.string().default('127.0.0.1'),
}
export const databaseConfig = { DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'give a postgres:// URL') }
/** Where uploaded files lie: a folder, or a bucket that holds nothing else. */
export const storageConfig = {
  FILES_DIR: z.string().default('.data/files'),
  S3_BUCKET: z.string().default(''),
  S3_REGION: z.string().default('us-east-1'),
  S3_ENDPOINT: z.union([z.url(), z.literal('')]).default(''),
}
export const redisConfig = { REDIS_URL: z.string().regex(/^rediss?:\/\//, 'give a redis:// URL') }
export const searchConfig = {
  MEILI_URL: z.string().regex(/^https?:\/\//, 'give an http:// URL'),
  MEILI_KEY: z.string().default(''),
  /** Set before the names of the indexes, so that several installations share one server. */
  MEILI_PREFIX: z
    .string()
    .regex(/^[a-z0-9_]*$/)
    .default(''),
}
