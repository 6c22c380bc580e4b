-- As before, but two who agreed and were kept apart since count as agreed only where they had a meeting: they did not fail to meet.
create or replace function matchday_results(matchday uuid) returns jsonb language sql stable security definer set search_path = public as $$
  with apart as materialized (
    select coalesce(array_agg(host_id || ' ' || visitor_id), '{}') as pairs from kept_apart where matchday_id = matchday
  ), day as (
    select id, starts_at, content from matchdays where id = matchday and acting_runs_matchday(matchday)
  ), slots as (
    -- Numbered in the order of time, as `slotsOf` does.
    select session ->> 'date' as date, row_number() over (order by (session ->> 'date')::date + (session ->> 'starts')::time
      + at * make_interval(mins => (session ->> 'slotMinutes')::int + (session ->> 'pauseMinutes')::int), place, at) - 1 as slot
    from day, jsonb_array_elements(content -> 'sessions') with ordinality as listed (session, place),
      generate_series(0, (session ->> 'slotCount')::int - 1) as at
  ), firms as (
    select people.id, people.side, people.organisation_id, (published -> 'facts') - case when published -> 'visibility' ->> 'staff' = 'nobody' then 'staff' else '' end as facts
    from day join matchday_participants as people on people.matchday_id = day.id
      left join passports on passports.organisation_id = people.organisation_id
    where people.state = 'admitted' or exists (select from matchday_meetings where people.id in (host_id, visitor_id) and state <> 'cancelled')
  ), meetings as (
    select meetings.id, meetings.state, host_id, visitor_id, slots.date, host.organisation_id as buyer_id, visitor.organisation_id as supplier_id
    from day join matchday_meetings as meetings on meetings.matchday_id = day.id
      join matchday_participants as host on host.id = host_id join matchday_participants as visitor on visitor.id = visitor_id
      left join slots on slots.slot = meetings.slot
  ), planned as (
    select * from meetings where state <> 'cancelled'
  ), said as (
    select meeting_outcomes.* from planned join meeting_outcomes on meeting_id = planned.id where held is not null
  ), confirmed as (
    select meeting_id from said group by meeting_id having count(*) = 2 and bool_and(held = 'held')
  ), pairs as (
    select distinct on (buyer_id, supplier_id) planned.buyer_id, planned.supplier_id, linkages.id as linkage_id, linkages.stage, starts_at
    from day, planned left join linkages on linkages.buyer_id = planned.buyer_id and linkages.supplier_id = planned.supplier_id and stage <> 'requested'
    where planned.state = 'held' order by buyer_id, supplier_id, (stage = 'stopped'), started_at desc
  ), went_on as (
    select linkage_id from pairs where linkage_id is not null and (
      exists (select from linkage_messages as heard where heard.linkage_id = pairs.linkage_id and sent_at >= starts_at)
      or exists (select from linkage_moves as moves where moves.linkage_id = pairs.linkage_id and kind = 'stepped'
        and to_stage not in ('match', 'stopped') and moved_at >= starts_at)
      or exists (select from follow_ups where follow_ups.linkage_id = pairs.linkage_id and answer in ('talking', 'contract') and answered_at >= starts_at))
  ), estimates as (
    -- Of two that differ the lower one; of two in different currencies neither.
    select min(currency) as currency, min(amount_minor) as amount_minor from said where amount_minor is not null
    group by meeting_id having count(distinct currency) = 1
  ), stated as (
    select distinct on (linkage_id, call_id, organisation_id) linkage_id, call_id, organisation_id = buyer_id as by_buyer, amount_minor, currency
    from pairs join linkage_values using (linkage_id) where what = 'contract' and stated_at >= starts_at
    order by linkage_id, call_id, organisation_id, seq desc
  ), agreed_values as (
    select linkage_id, call_id, min(currency) as currency, min(amount_minor) as amount_minor from stated
    group by linkage_id, call_id having count(*) = 2 and min(amount_minor) = max(amount_minor) and min(currency) = max(currency)
  ), sums as (
    select 'potential' as what, currency, sum(amount_minor) as amount, count(*) as n from estimates group by currency
    union all select 'confirmed', currency, sum(amount_minor), count(*) from agreed_values group by currency
    union all select case when by_buyer then 'buyer' else 'supplier' end, currency, sum(amount_minor), count(*) from stated
      where not exists (select from agreed_values as both_say where both_say.linkage_id = stated.linkage_id and both_say.call_id is not distinct from stated.call_id)
      group by by_buyer, currency
  ), exposed as (
    select firms.id, facts, (select count(*) from planned where visitor_id = firms.id) as meetings from firms where side = 'visitor'
  ), grouped as (
    select 'size' as by, case when staff is null then null when staff < 10 then 'micro' when staff < 50 then 'small'
      when staff < 250 then 'medium' else 'large' end as key, meetings
    from exposed, lateral (select (facts ->> 'staff')::numeric as staff) as size
    -- A firm with sites in two regions is in both, so these rows may come to more than there are firms.
    union all select 'region', region, meetings from exposed, lateral (
      select distinct region from (
        select nullif(facts ->> 'region', '') as region
        union all select nullif(site ->> 'region', '') from jsonb_array_elements(coalesce(facts -> 'sites', '[]')) as site
      ) as named where region is not null or (nullif(facts ->> 'region', '') is null
        and not exists (select from jsonb_array_elements(coalesce(facts -> 'sites', '[]')) as site where nullif(site ->> 'region', '') is not null))
    ) as regions
  ), ranked as (
    select meetings, row_number() over (order by meetings desc) as place, count(*) over () as firms from exposed
  ), days as (
    -- A day on which nothing was planned for a firm is no day of its: a gap, not a zero.
    select side, firms.id, date, count(*) filter (where planned.state = 'held') as contacts
    from firms join planned on firms.id in (host_id, visitor_id) group by side, firms.id, date
  )
  select jsonb_build_object(
    'agreed', (select count(*) from matchday_wishes as one join matchday_wishes as other on other.by_id = one.of_id and other.of_id = one.by_id
      join firms as host on host.id = one.by_id and host.side = 'host' join firms as visitor on visitor.id = one.of_id
      where one.wish <> 'no' and other.wish <> 'no' and (host.id || ' ' || visitor.id <> all ((select pairs from apart)::text[])
        or exists (select from planned where planned.host_id = host.id and planned.visitor_id = visitor.id))),
    'planned', (select count(*) from planned),
    'held', (select count(*) from planned where state = 'held'),
    'confirmed', (select count(*) from confirmed),
    'missed', (select count(*) from planned where state = 'missed'),
    'cancelled', (select count(*) from meetings where state = 'cancelled'),
    'linked', (select count(linkage_id) from pairs),
    'wentOn', (select count(*) from went_on),
    'values', coalesce((select jsonb_agg(jsonb_build_object('what', what, 'currency', currency, 'amountMinor', amount, 'n', n) order by what, currency) from sums), '[]'),
    'exposure', coalesce((select jsonb_agg(one order by one ->> 'by', one ->> 'key') from (
      select jsonb_build_object('by', by, 'key', key, 'firms', count(*), 'meetings', sum(meetings), 'none', count(*) filter (where meetings = 0),
        'median', percentile_cont(0.5) within group (order by meetings)) as one from grouped group by by, key) as rows), '[]'),
    'suppliers', (select count(*) from exposed),
    'suppliersWithout', (select count(*) from exposed where meetings = 0),
    'topFirms', (select count(*) from ranked where place <= ceil(firms * 0.1)),
    'topMeetings', coalesce((select sum(meetings) from ranked where place <= ceil(firms * 0.1)), 0),
    'contacts', coalesce((select jsonb_agg(one order by one ->> 'side') from (
      select jsonb_build_object('side', side, 'n', count(*), 'lower', percentile_cont(0.25) within group (order by contacts),
        'median', percentile_cont(0.5) within group (order by contacts), 'upper', percentile_cont(0.75) within group (order by contacts)) as one
      from days group by side) as rows), '[]'),
    'answers', (select jsonb_agg(jsonb_build_object('side', side, 'asked', (select count(*) from planned),
      'said', (select count(*) from said where said.side = sides.side)) order by side) from (values ('host'), ('visitor')) as sides (side)),
    'interest', coalesce((select jsonb_agg(one order by one ->> 'side', one ->> 'interest') from (
      select jsonb_build_object('side', side, 'interest', interest, 'n', count(*)) as one from said where held = 'held' group by side, interest) as rows), '[]')
  ) from day
$$;
