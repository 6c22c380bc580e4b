-- What firms got of the tables and hours of matchdays, counted anew from the meetings that stand whenever somebody asks.

-- Whoever has a meeting at matchdays, once for each, with how good its table and its hour is. How good they are is for the
-- domain to say: [{ id, tables: { <key of a place>: <appeal> }, hours: [<appeal of the first slot>, …] }]. A place without
-- one is no table.
create function seatings(given jsonb) returns table (matchday_id uuid, participant_id uuid, at_table int, at_hour int)
  language sql stable as $$
    with days as materialized (
      select id, tables, hours from jsonb_to_recordset(given) as day (id uuid, tables jsonb, hours jsonb)
    ), tables as materialized (
      select id, key as place, value::int as appeal from days, jsonb_each_text(tables)
    ), hours as materialized (
      select id, at - 1 as slot, hour::int as appeal from days, jsonb_array_elements_text(hours) with ordinality as listed (hour, at)
    )
    select meetings.matchday_id, participant, tables.appeal, hours.appeal
    from days join matchday_meetings as meetings on meetings.matchday_id = days.id
      left join tables on tables.id = meetings.matchday_id and tables.place = meetings.place
      left join hours on hours.id = meetings.matchday_id and hours.slot = meetings.slot
      cross join lateral unnest(array[meetings.host_id, meetings.visitor_id]) as participant
    where meetings.state in ('planned', 'held')
  $$;

-- What all firms together got at matchdays in which the acting organisation takes part: the measure of its own share, and
-- nothing of any other firm.
create function seating_totals(given jsonb) returns table (matchday_id uuid, tables int[], hours int[])
  language sql stable security definer set search_path = public as $$
    select seats.matchday_id,
      array[count(*) filter (where at_table = 1), count(*) filter (where at_table = 2), count(*) filter (where at_table = 3), count(*) filter (where at_table = 4), count(*) filter (where at_table = 5)]::int[],
      array[count(*) filter (where at_hour = 1), count(*) filter (where at_hour = 2), count(*) filter (where at_hour = 3), count(*) filter (where at_hour = 4), count(*) filter (where at_hour = 5)]::int[]
    from seatings(given) as seats
    where seats.matchday_id in (select own.matchday_id from matchday_participants as own where own.organisation_id = acting_organisation())
    group by 1
  $$;

call look_behind_walls('seating_totals(jsonb)');
