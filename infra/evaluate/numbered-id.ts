import { asId, type Brand } from '@enlace/domain'

/** A UUID that counts: the same set gets the same ids in every run, so that even ties fall alike. */
export const numberedId = <Id extends Brand<string>>(number: number): Id =>
  asId<Id>(`00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`)
