import type { CallError } from '$lib/api/call-error.ts'

declare global {
  namespace App {
    interface Error {
      message: string
      cause?: CallError
    }
  }
}
