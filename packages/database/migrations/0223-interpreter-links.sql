-- A link by which an interpreter reads where they sit, without an account. It is kept as its hash, a new one ends the one
-- before, and it ends a day after the matchday.
alter table matchday_interpreters add column link_hash text unique;

create function interpreting(hash text) returns table (
  interpreter_id uuid, name text, languages text[], organiser text, state text, content jsonb)
  language sql stable security definer set search_path = public as $$
  select one.id, one.name, one.languages, agency.name, matchdays.state, matchdays.content
  from matchday_interpreters as one join matchdays on matchdays.id = one.matchday_id join organisations as agency on agency.id = matchdays.organisation_id
  where one.link_hash = hash and coalesce(matchdays.ends_at, 'infinity') > clock_timestamp() - interval '1 day' $$;

create function interpreted_meetings(hash text) returns table (id uuid, slot int, place text, state text, host text, visitor text)
  language sql stable security definer set search_path = public as $$
  select meetings.id, meetings.slot, meetings.place, meetings.state, host_firm.name, visitor_firm.name
  from interpreting(hash) as one join matchday_meetings as meetings on meetings.interpreter_id = one.interpreter_id
    join matchday_participants as host on host.id = meetings.host_id join organisations as host_firm on host_firm.id = host.organisation_id
    join matchday_participants as visitor on visitor.id = meetings.visitor_id join organisations as visitor_firm on visitor_firm.id = visitor.organisation_id
  where meetings.state <> 'cancelled' order by meetings.slot $$;
call look_behind_walls('interpreting(text)', 'interpreted_meetings(text)');
