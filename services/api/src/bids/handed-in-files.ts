import { readOwnBidFiles, type BidFileRow, type CallRow, type Transaction } from '@enlace/database'
import { bidFileLimits, Problem, type BidFile, type FieldFault, type FileId } from '@enlace/domain'

/** Whether a plain envelope says of a file what is kept of it. */
const isAsKept = ({ name, type, size, digest }: BidFile, row: BidFileRow): boolean =>
  name === row.name && type === row.type && size === row.size && digest === row.sha256

/**
 * The files that a bid is handed in with: those its plain envelopes name, or of a sealed bid those that its bidder says
 * lie in the envelopes. Refuses what is not kept for this bidder and call, is not what its envelope says, or takes too much.
 */
export async function handedInFiles(
  tx: Transaction,
  call: CallRow,
  named: readonly BidFile[],
  said: readonly FileId[],
): Promise<readonly FileId[]> {
  const ids = [...new Set(call.sealing === 'plain' ? named.map(({ id }) => id) : said)]
  const rows = await readOwnBidFiles(tx, call.id, ids)
  const isPlain = call.sealing === 'plain'
  const faults: FieldFault[] = ids.flatMap((id) => {
    const row = rows.get(id)
    const file = named.find((one) => one.id === id)
    const isFit = row !== undefined && (row.name !== null) === isPlain && (file === undefined || isAsKept(file, row))
    return isFit
      ? []
      : [{ path: `body.files.${id}`, code: 'unknown', message: 'This file is not kept; attach it again.' }]
  })
  if (faults.length > 0) throw new Problem('bid.files', 'A file of this bid is not kept as it says.', faults)
  const bytes = [...rows.values()].reduce((sum, { size }) => sum + size, 0)
  if (bytes > bidFileLimits.bytes)
    throw new Problem('bid.files', `All files of a bid take at most ${bidFileLimits.bytes / 1e6} MB.`)
  return ids
}
