import { getLocale, isLocale, overwriteGetLocale, setLocale, type Locale } from '$lib/paraglide/runtime.js'

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur'])

/** The reader's language; every sentence on the page follows it without a reload, and forms keep what was typed. */
class ReaderLocale {
  current = $state<Locale>(getLocale())
  /** Set by the shell: tells the server in which language to write to this person. */
  onchoose: (locale: Locale) => void = () => {}

  /** Changes the language for this reader from now on, here and on the next visit. */
  choose(locale: string): void {
    if (!isLocale(locale)) return
    void setLocale(locale, { reload: false })
    this.current = locale
    this.reflect()
    this.onchoose(locale)
  }

  /** Tells assistive technology and the layout which language and direction the page has. */
  reflect(): void {
    document.documentElement.lang = this.current
    document.documentElement.dir = rightToLeft.has(this.current) ? 'rtl' : 'ltr'
  }
}

export const readerLocale = new ReaderLocale()
overwriteGetLocale(() => readerLocale.current)

/** Languages by their own names. */
export const languages: readonly { readonly id: Locale; readonly name: string }[] = [
  { id: 'en', name: 'English' },
  { id: 'es', name: 'Español' },
]
