// Runs before the first paint, so that neither the chosen theme nor the reading direction flickers.
try {
  const theme = localStorage.getItem('enlace_theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // A browser that keeps nothing follows the system's theme.
}
