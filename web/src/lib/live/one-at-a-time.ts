/** Reads when it is called; what is called for while it reads is read once more behind it, however often that was. */
export function oneAtATime(read: () => Promise<unknown>): () => void {
  let reading = false
  let again = false
  const run = async (): Promise<void> => {
    reading = true
    do {
      again = false
      await read().catch(() => undefined)
    } while (again)
    reading = false
  }
  return () => {
    again = true
    if (!reading) void run()
  }
}
