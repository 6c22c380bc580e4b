/** Reads ahead: at least `size` bytes of a stream where it has as many, and the whole stream still to be read. */
export async function peek(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): Promise<{ readonly head: Buffer; readonly all: AsyncIterable<Uint8Array> }> {
  const reader = bytes[Symbol.asyncIterator]()
  const read: Uint8Array[] = []
  let length = 0
  while (length < size) {
    const next = await reader.next()
    if (next.done === true) break
    read.push(next.value)
    length += next.value.length
  }
  return { head: Buffer.concat(read), all: goOn(read, reader) }
}

async function* goOn(read: readonly Uint8Array[], reader: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* read
    for (;;) {
      const next = await reader.next()
      if (next.done === true) return
      yield next.value
    }
  } finally {
    await reader.return?.()
  }
}
