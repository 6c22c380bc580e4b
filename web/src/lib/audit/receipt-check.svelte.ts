import { checkReceipt, parseKey, parseReceipt, type ReceiptFault } from '@enlace/audit-log'
import { readAuditKey, type Output } from '@enlace/contracts'
import { call } from '../api/call.ts'

/** What came of a check: the entry and the checkpoint that holds it, or why it does not hold. */
export type Verdict =
  | {
      readonly good: true
      readonly index: number
      readonly size: number
      readonly at: string
      readonly body: string
      readonly facts: string | null
    }
  | { readonly good: false; readonly fault: ReceiptFault }

/** Checks receipts in this browser, by a key that was read once; nothing of a receipt leaves it. */
export class ReceiptCheck {
  text = $state('')
  verdict = $state.raw<Verdict | null>(null)
  /** What keeps a check from being made at all. */
  hindrance = $state<'empty' | 'no-key' | null>(null)
  key = $state.raw<Output<typeof readAuditKey> | null>(null)

  loadKey = async (): Promise<void> => {
    this.key = await call(readAuditKey, {}).catch(() => null)
  }

  take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    this.text = await file.text()
    this.check()
  }

  check = (): void => {
    const key = this.key === null ? null : parseKey(this.key.key)
    this.hindrance = this.text.trim() === '' ? 'empty' : key === null ? 'no-key' : null
    this.verdict = null
    if (this.hindrance !== null || key === null) return
    const receipt = parseReceipt(this.text)
    const found = receipt === null ? 'unreadable' : checkReceipt(receipt, key)
    if (receipt === null || typeof found === 'string') this.verdict = { good: false, fault: found as ReceiptFault }
    else
      this.verdict = {
        good: true,
        index: receipt.index,
        size: found.size,
        at: found.at,
        body: receipt.entry,
        facts: receipt.facts,
      }
  }
}
