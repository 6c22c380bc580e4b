import { type Database } from '@enlace/database'
import { type NeedContent } from '@enlace/domain'
/** Numbers that look random and are the same in every run (mulberry32). */
export declare function randomOf(seed: number): () => number
/** Fills the database with published suppliers, straight into the tables, for measuring. */
export declare function fillSuppliers(database: Database, count: number): Promise<void>
/** A need in the words of the same market. */
export declare const needOf: (random: () => number) => NeedContent
