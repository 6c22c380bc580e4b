import { framed, type Bytes } from './bytes.ts'

/** Which envelope of which bid this is; nothing that was sealed for one opens as another. */
export type EnvelopeContext = {
  readonly callId: string
  readonly bidId: string
  readonly revision: number
  /** Its name among those of the call, such as price. */
  readonly envelope: string
}

/** What bytes are for: no hash or key of one use is ever that of another. */
type Purpose = 'content' | 'share' | 'share digest' | 'commitment' | 'envelope'

/** A context as bytes for one purpose, with what else is bound by it. */
export const contextBytes = (
  purpose: Purpose,
  { callId, bidId, revision, envelope }: EnvelopeContext,
  more: readonly (Uint8Array | string | number)[] = [],
): Bytes => framed([`enlace sealing 1 ${purpose}`, callId, bidId, revision, envelope, ...more])

/** What binds a sealed share to its envelope and opener. */
export const shareBinding = (
  openerId: string,
  context: EnvelopeContext,
): { readonly info: Bytes; readonly aad: Bytes } => ({
  info: contextBytes('share', context, [openerId]),
  aad: contextBytes('share', context),
})
