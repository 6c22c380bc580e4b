import type { AgendaChange } from '@enlace/domain'

type Words = {
  readonly agenda: string
  readonly changes: string
  readonly since: (when: string) => string
  readonly none: string
  readonly change: Readonly<Record<AgendaChange, string>>
  readonly printed: (when: string) => string
  readonly says: string
  readonly why: string
  readonly fit: string
  readonly languages: string
  readonly does: string
  readonly certificates: string
  readonly theirs: string
  readonly ours: string
}

/** What paper says beside names, times and places. */
export const sheetWords: Readonly<Record<'en' | 'es', Words>> = {
  en: {
    agenda: 'Agenda',
    changes: 'What changed',
    since: (when) => `since the print of ${when}`,
    none: 'Nothing changed.',
    change: { new: 'new', moved: 'moved', cancelled: 'cancelled' },
    printed: (when) => `As of ${when}`,
    says: 'Looks for or offers',
    why: 'Why they want to meet you',
    fit: 'Why you fit',
    languages: 'Languages you share',
    does: 'What they do',
    certificates: 'Certificates',
    theirs: 'Who comes',
    ours: 'For your firm',
  },
  es: {
    agenda: 'Agenda',
    changes: 'Qué cambió',
    since: (when) => `desde la impresión del ${when}`,
    none: 'Nada cambió.',
    change: { new: 'nueva', moved: 'movida', cancelled: 'cancelada' },
    printed: (when) => `Estado: ${when}`,
    says: 'Busca u ofrece',
    why: 'Por qué quiere reunirse con usted',
    fit: 'Por qué encajan',
    languages: 'Idiomas en común',
    does: 'Qué hace',
    certificates: 'Certificados',
    theirs: 'Quién viene',
    ours: 'Por su empresa',
  },
}
