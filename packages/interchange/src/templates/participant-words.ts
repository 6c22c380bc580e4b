import type { ColumnWords } from './column-words.ts'

/** The columns of a table of participants, explained. */
export const participantWords: Readonly<Record<string, ColumnWords>> = {
  id: {
    en: 'The firm’s id here, as an export says it. One of id, tax id or name with country is required.',
    es: 'El id de la empresa aquí, como lo dice una exportación. Se requiere id, número fiscal (tax id) o nombre con país.',
    example: null,
  },
  'tax id': {
    en: 'The firm’s tax number, as in your import of suppliers.',
    es: 'El número fiscal de la empresa, como en su importación de proveedores.',
    example: null,
  },
  name: { en: 'The name of the firm.', es: 'El nombre de la empresa.', example: 'Molino del Valle' },
  country: { en: 'Two letters, such as CL.', es: 'Dos letras, como CL.', example: 'CL' },
  side: {
    en: 'host for buyers, visitor for suppliers.',
    es: 'host para compradores, visitor para proveedores.',
    example: 'visitor',
  },
  type: {
    en: 'One of the matchday’s types, by its name. Left empty, the firm keeps the one it has.',
    es: 'Uno de los tipos de la jornada, por su nombre. Si queda vacío, la empresa conserva el suyo.',
    example: null,
  },
  languages: {
    en: 'Languages it meets in, two letters each, parted by blanks.',
    es: 'Idiomas en que se reúne, dos letras cada uno, separados por espacios.',
    example: 'es en',
  },
  'absent sessions': {
    en: 'Sessions it does not come to, by name or number from 1, parted by | .',
    es: 'Sesiones a las que no viene, por nombre o por número desde 1, separadas por | .',
    example: null,
  },
  note: {
    en: 'What it says to the organiser.',
    es: 'Qué dice a quien organiza.',
    example: 'Comes with two people',
  },
}
