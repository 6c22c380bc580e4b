// Only .svelte files: everything else is oxlint's, which is quicker and knows types.
import svelte from 'eslint-plugin-svelte'
import typescript from 'typescript-eslint'

export default [
  { ignores: ['**/node_modules/**', '**/build/**', '**/dist/**', '**/.svelte-kit/**', '**/paraglide/**'] },
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: {
      'svelte/button-has-type': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/require-each-key': 'error',
      // The whole app is served below one origin's root, so plain paths are right.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
]
