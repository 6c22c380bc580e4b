import type { HandleClientError } from '@sveltejs/kit'
import { CallError } from '$lib/api/call-error.ts'

/** Hands a refused call on to the error page as it is, so that the page can say what to do. */
export const handleError: HandleClientError = ({ error, message }) =>
  error instanceof CallError ? { message: error.message, cause: error } : { message }
