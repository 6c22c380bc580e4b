-- What firms got of the tables and hours of matchdays, counted anew from the meetings that stand whenever somebody asks.

-- The meetings of matchdays, each with how good its table and its hour is. How good they are is for the domain to say:
-- [{ id, tables: { <key of a place>: <appeal> }, hours: [<appeal of the first slot>, …] }]. A place without one is no table.
create function seatings(given jsonb) returns table (matchday_id uuid, host_id uuid, visitor_id uuid, at_table int, at_hour int)
  language sql stable as $$
    select meetings.matchday_id, meetings.host_id, meetings.visitor_id, (day.tables ->> place)::int, (day.hours ->> slot)::int
    from jsonb_to_recordset(given) as day (id uuid, tables jsonb, hours jsonb)
      join matchday_meetings as meetings on meetings.matchday_id = day.id
    where meetings.state in ('planned', 'held')
  $$;

create function by_appeal(appeals int[]) returns int[] language sql immutable as $$
  select array_agg((select count(*)::int from unnest(appeals) as got where got = appeal) order by appeal) from generate_series(1, 5) as appeal
$$;

-- What all firms together got at matchdays in which the acting organisation takes part: the measure of its own share, and
-- nothing of any other firm.
create function seating_totals(given jsonb) returns table (matchday_id uuid, tables int[], hours int[])
  language sql stable security definer set search_path = public as $$
    select seats.matchday_id, by_appeal(array_agg(at_table)), by_appeal(array_agg(at_hour)) from seatings(given) as seats
    where seats.matchday_id in (select own.matchday_id from matchday_participants as own where own.organisation_id = acting_organisation())
    group by 1
  $$;

call look_behind_walls('seating_totals(jsonb)');
