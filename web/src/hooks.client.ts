import type { HandleClientError } from '@sveltejs/kit'
import { CallError } from '$lib/api/call-error.ts'
import { session } from '$lib/session/session.svelte.ts'

// Asked while the page's own files are still on their way; whoever needs the answer waits for the same one.
void session.load().catch(() => {})

/** Hands a refused call on to the error page as it is, so that the page can say what to do. */
export const handleError: HandleClientError = ({ error, message }) =>
  error instanceof CallError ? { message: error.message, cause: error } : { message }
