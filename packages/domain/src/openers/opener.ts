/** Keys that one person may have alive at a time: the one in use, and older ones until what was sealed to them is opened. */
export const openerKeyLimit = 3

/** Characters of the passphrase that guards a key, at least: whoever finds a backup may guess as long as he likes. */
export const openerPassphraseMinimum = 12

/** People whose keys are looked up at once at most. */
export const openerLookupLimit = 20
