-- When a slot is, as before, but in an hour that comes twice its first time, as everywhere else. No zone changes its clock
-- twice within two days, so the first is by the offset of the day before, if that still shows the time that is wanted.
create function first_instant(wanted timestamp, zone text) returns timestamptz
  language sql stable as $$
  select case when before at time zone zone = wanted then before else wanted at time zone zone end
  from (select ((wanted - interval '24 hours') at time zone zone) + interval '24 hours' as before) as earlier $$;

create or replace function slot_during(matchday uuid, at_slot int) returns tstzrange
  language sql stable security definer set search_path = public as $$
  select tstzrange(begins, begins + make_interval(mins => minutes)) from (
    select first_instant(((session ->> 'date') || ' ' || (session ->> 'starts'))::timestamp, content ->> 'timeZone')
        + make_interval(mins => number * ((session ->> 'slotMinutes')::int + (session ->> 'pauseMinutes')::int)) as begins,
      (session ->> 'slotMinutes')::int as minutes
    from matchdays, jsonb_array_elements(content -> 'sessions') as session, generate_series(0, (session ->> 'slotCount')::int - 1) as number
    where id = matchday
  ) as slots order by begins offset at_slot limit 1 $$;
