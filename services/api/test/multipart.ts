const boundary = 'the-boundary-of-these-tests'

export type FormFile = {
  readonly field?: string
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array | string
}

/** A form with files, as a browser writes it. */
export function formOf(...files: readonly FormFile[]): {
  readonly body: Buffer
  readonly headers: Record<string, string>
} {
  const parts = files.flatMap(({ field = 'file', name, type, bytes }) => [
    `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
    bytes,
    '\r\n',
  ])
  const body = Buffer.concat([...parts, `--${boundary}--\r\n`].map((part) => Buffer.from(part)))
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

/** The bytes of a zip archive that only has a directory: each entry claims to unfold to four gigabytes. */
export function archiveOf(names: readonly string[]): Buffer {
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  const entries = names.map((name) => {
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt32LE(1000, 20)
    entry.writeUInt32LE(0xfffffffe, 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    return Buffer.concat([entry, Buffer.from(name)])
  })
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, directory, end])
}
