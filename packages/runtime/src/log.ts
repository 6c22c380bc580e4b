import { pino, type Logger } from 'pino'

export type { Logger }

/** Names under which personal data or secrets travel; they are struck out wherever they stand in a log line. */
export const struckOut = [
  'email',
  'to',
  'password',
  'token',
  'secret',
  'cookie',
  'authorization',
  'name',
  'phone',
  'text',
  'content',
  'body',
  'url.query',
]

/** A JSON logger of one process; ids go in, personal data and secrets do not. */
export const createLog = (service: string, level: string): Logger =>
  pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: struckOut.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[struck out]' },
    serializers: { err: (error: Error) => ({ type: error.name, message: error.message, stack: error.stack }) },
  })
