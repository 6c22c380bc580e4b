import { fold } from '../text.ts'

/** Forms of a firm in the countries we know, as they are written once dots and accents are gone. */
const legalForms = new Set(
  `sa sac saa srl sl slu slne sas sasu sarl eurl spa ltda lda limitada limited ltd llc llp inc incorporated corp corporation co
  company cia compania plc gmbh ag kg sociedad anonima sociedade eirl ei cv rl sapi scl coop cooperativa unipessoal mei me epp bv nv`.split(
    /\s+/,
  ),
)
/** Words that join and tell nothing. */
const joining = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'el',
  'y',
  'e',
  'and',
  'the',
  'of',
  'da',
  'do',
  'dos',
  'das',
  'et',
  'les',
  'le',
  'des',
])
/** How long words are cut short in names, both ways written alike. */
const shortened: Readonly<Record<string, string>> = {
  ind: 'industrias',
  inds: 'industrias',
  serv: 'servicios',
  servs: 'servicios',
  const: 'construcciones',
  constr: 'construcciones',
  ing: 'ingenieria',
  maq: 'maquinados',
  metal: 'metalurgica',
  transp: 'transportes',
  com: 'comercial',
  dist: 'distribuidora',
  hnos: 'hermanos',
  bros: 'brothers',
  mfg: 'manufacturing',
  eng: 'engineering',
  tec: 'tecnologia',
  intl: 'international',
}

/** The words of a firm's name that tell it apart: folded, without its legal form, abbreviations written out. */
export function tellingWords(name: string): readonly string[] {
  // "S.A. de C.V." is one word an initial; dots between single letters close up.
  const closed = fold(name)
    .replace(/\b(\p{L})\.(?=\p{L}\b|\s|$)/gu, '$1')
    .replace(/\bs\s*[/.]?\s*a\b/gu, 'sa')
  const words = (closed.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => shortened[word] ?? word)
  const telling = words.filter((word) => !legalForms.has(word) && !joining.has(word))
  return telling.length > 0 ? telling : words
}
