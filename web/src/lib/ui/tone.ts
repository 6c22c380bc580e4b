/** What a colour says; it never says it alone, a word or an icon stands with it. */
export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'teal' | 'copper'
