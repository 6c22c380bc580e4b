/** The part of the package that we use; it ships no types of its own. */
declare module 'naics' {
  export const Industry: { readonly codes: () => Iterable<{ readonly code: string; readonly title: string }> }
}
