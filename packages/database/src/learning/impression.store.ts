import { sql } from 'drizzle-orm'

import type { NeedId, OrganisationId } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'

/**
 * Keeps which rows of a need's list its buyer saw, with their place and what the criteria found, as the list stands now;
 * once for each version of the need and of the weights. The first closer look at a row is kept as well.
 */
export async function keepImpressions(
  tx: Transaction,
  needId: NeedId,
  { shown, opened }: { readonly shown: readonly OrganisationId[]; readonly opened: readonly OrganisationId[] },
): Promise<void> {
  await tx.execute(sql`
    insert into match_impressions as known (need_id, supplier_id, need_version, weights, model, position, barred, found, opened_at)
    select need_id, supplier_id, need_version, body ->> 'weights', body ->> 'model', rank,
      exists (select from json_array_elements(body -> 'gates') as gate where gate ->> 'verdict' = 'fail'),
      coalesce((select jsonb_object_agg(found ->> 'id', found -> 'score') from json_array_elements(body -> 'criteria') as found), '{}'),
      case when supplier_id = any(${uuids(opened)}) then clock_timestamp() end
    from matches where need_id = ${needId} and supplier_id = any(${uuids([...shown, ...opened])})
    on conflict (need_id, supplier_id, need_version, weights) do update set opened_at = excluded.opened_at
      where known.opened_at is null and excluded.opened_at is not null`)
}
