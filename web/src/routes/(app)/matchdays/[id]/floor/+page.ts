/** The screen stands outside the frame of the other pages, and is for those who are signed in all the same. */
export { load } from '../../../+layout.ts'
