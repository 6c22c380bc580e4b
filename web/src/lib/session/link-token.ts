/**
 * The secret of a link from a mail, or null. It stands behind the # so that no server sees it, and is taken out of the
 * address at once so that neither the history nor a shared screen keeps it.
 */
export function takeToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token !== null) history.replaceState(history.state, '', location.pathname + location.search)
  return token
}
