import { fold } from './word.ts'

const stopText = {
  en: `a an and any are as at be been being both but by can could did do does each every few for from had has have
    how if in into is it its less made make many may more most must need needs needed no not of off on one only or other our
    ours out over per please require required requires same shall should so some such than that the their them then
    there these they this those through to under until up us use used using very via want was we were what when where which while who
    why will with within without would you your looking seek seeking supply supplier suppliers provide provider providers company
    companies project service services product products provision new good high low year month day week`,
  es: `a al algo algunas algunos ante antes aquel aquella como con contra cual cuando de del desde donde dos durante e el
    ella ellas ellos en entre era es esa ese eso esta estan este esto estos fue ha hace hacia han hasta hay la las le les lo los
    mas me menos mi mientras muy nada ni no nos nosotros nuestra nuestro o otra otro para pero poco por porque que quien
    se sea segun ser si sin sobre su sus tambien tanto te tener tiene toda todas todo todos tras tu un una unas uno unos y ya
    necesitamos buscamos requerimos necesita requiere suministro proveedor proveedores empresa empresas proyecto servicio servicios
    producto productos nuevo nueva alto alta bajo baja ano mes dia semana`,
  pt: `a ao aos aquela aquele as ate com como da das de dela dele do dos e ela eles em entre era essa esse esta este eu foi
    ha isso isto ja la mais mas me menos mesmo muito na nao nas nem no nos nossa nosso num numa o os ou para pela pelas pelo
    pelos por qual quando que quem se sem ser seu seus so sobre sua suas tambem tem ter um uma umas uns
    precisamos procuramos necessitamos buscamos fornecimento fornecedor fornecedores aquisicao empresa empresas projeto servico
    servicos produto produtos novo nova alto alta ano mes dia semana`,
} as const

let stopWords: ReadonlySet<string> | undefined

/** Whether a word of English, Spanish or Portuguese says nothing about what is bought. */
export function isStopWord(word: string): boolean {
  stopWords ??= new Set(Object.values(stopText).flatMap((text) => text.split(/\s+/)))
  return stopWords.has(fold(word))
}

/** The language whose function words the text uses most, or null where it uses next to none. */
export function guessLanguage(
  text: string,
): { readonly language: 'en' | 'es' | 'pt'; readonly isSure: boolean } | null {
  const words = fold(text).match(/[a-z]+/g) ?? []
  const counts = (['en', 'es', 'pt'] as const).map((language) => ({ language, count: countIn(language, words) }))
  const [first, second] = counts.toSorted((a, b) => b.count - a.count)
  if (first === undefined || first.count < 2) return null
  return { language: first.language, isSure: first.count >= 3 && first.count > 1.3 * (second?.count ?? 0) }
}

const languageSets = new Map<string, ReadonlySet<string>>()

function countIn(language: 'en' | 'es' | 'pt', words: readonly string[]): number {
  let known = languageSets.get(language)
  if (known === undefined) languageSets.set(language, (known = new Set(stopText[language].split(/\s+/))))
  return words.filter((word) => known.has(word)).length
}
