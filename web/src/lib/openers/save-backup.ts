import type { KeyBackup } from '@enlace/sealing'

/** Hands a backup to the person as a file. */
export function saveBackup(backup: KeyBackup): void {
  const file = new Blob([`${JSON.stringify(backup, null, 2)}\n`], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `enlace-opening-key-${backup.publicKey.slice(0, 6)}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}
