import { sql, type SQL } from 'drizzle-orm'

/** Those who verified a certificate of a passport's content, by id and name, as one JSON array. */
export const verifiersIn = (content: SQL): SQL => sql`
  coalesce((
    select jsonb_agg(jsonb_build_object('id', verifier.id, 'name', verifier.name) order by verifier.name)
    from organisations as verifier
    where verifier.id::text in (select held ->> 'verifiedBy' from jsonb_array_elements(${content} -> 'certificates') as held)
  ), '[]')`
