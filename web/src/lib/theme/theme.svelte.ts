export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const storageKey = 'enlace_theme'
const isTheme = (value: string | null): value is Theme => themes.some((theme) => theme === value)

/** Light, dark, or what the system says; static/first-paint.js applies it before the app starts. */
class ThemeChoice {
  current = $state<Theme>('system')

  constructor() {
    const kept = globalThis.localStorage?.getItem(storageKey) ?? null
    if (isTheme(kept)) this.current = kept
  }

  choose(theme: Theme): void {
    this.current = theme
    if (theme === 'system') {
      delete document.documentElement.dataset['theme']
      localStorage.removeItem(storageKey)
    } else {
      document.documentElement.dataset['theme'] = theme
      localStorage.setItem(storageKey, theme)
    }
  }
}

export const theme = new ThemeChoice()
