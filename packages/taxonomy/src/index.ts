export * from './words/word.ts'
export * from './categories/category-tree.ts'
export * from './categories/suggest-categories.ts'
