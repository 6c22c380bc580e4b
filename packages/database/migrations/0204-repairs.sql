-- All that a repair is made from; it is for the API alone, which tells each side its own part.
create function repair_basis(matchday uuid) returns jsonb
  language sql stable security definer set search_path = public as $$
select case when acting_runs_matchday(matchday) or acting_faces(matchday) is not null then jsonb_build_object(
  'participants', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'organisationId', p.organisation_id, 'side', p.side, 'state', p.state, 'away', p.away, 'languages', p.languages) order by p.id), '[]')
    from matchday_participants as p where p.matchday_id = matchday and (p.state = 'admitted' or exists (
      select from matchday_meetings as m where m.matchday_id = matchday and p.id in (m.host_id, m.visitor_id) and m.state in ('planned', 'held')))),
  'interpreters', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'away', i.away) order by i.id), '[]')
    from matchday_interpreters as i where i.matchday_id = matchday),
  'meetings', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'hostId', m.host_id, 'visitorId', m.visitor_id, 'slot', m.slot, 'place', m.place,
      'state', m.state, 'moves', m.moves, 'locked', m.locked, 'interpreterId', m.interpreter_id) order by m.id), '[]')
    from matchday_meetings as m where m.matchday_id = matchday and m.state in ('planned', 'held')),
  'shut', (select coalesce(jsonb_agg(jsonb_build_object('held', b.held, 'slot', b.slot)), '[]')
    from matchday_bookings as b where b.matchday_id = matchday and b.meeting_id is null and coalesce(b.held_until > clock_timestamp(), true)),
  -- Pairs that agreed and have no time, and that nobody called off: who must meet first, then who agreed first.
  'standby', (select coalesce(jsonb_agg(jsonb_build_object('hostId', host.id, 'visitorId', visitor.id)
      order by (ours.wish = 'must')::int + (theirs.wish = 'must')::int desc, greatest(ours.said_at, theirs.said_at), host.id, visitor.id), '[]')
    from matchday_wishes as ours
      join matchday_wishes as theirs on theirs.by_id = ours.of_id and theirs.of_id = ours.by_id and theirs.wish <> 'no'
      join matchday_participants as host on host.id = ours.by_id and host.side = 'host' and host.state = 'admitted'
      join matchday_participants as visitor on visitor.id = ours.of_id and visitor.state = 'admitted'
    where ours.matchday_id = matchday and ours.wish <> 'no' and not exists (
      select from matchday_meetings as m where m.host_id = host.id and m.visitor_id = visitor.id and (m.state <> 'cancelled' or m.called_off)))
) end
$$;

-- Keeps what happened and what was mended, at once: what was there already is changed, what is new is booked.
create function keep_repair(matchday uuid, incident jsonb, given jsonb, shut jsonb) returns void
  language plpgsql security definer set search_path = public as $$
begin
  if not acting_runs_matchday(matchday) and acting_faces(matchday) is null then
    raise exception 'only who is admitted mends a matchday' using errcode = '42501';
  end if;
  insert into matchday_incidents (id, matchday_id, kind, by_organisation_id, by_user_id, participant_id, meeting_id, place, minutes, changes, took_ms)
  select (incident ->> 'id')::uuid, matchday, incident ->> 'kind', acting_organisation(), (incident ->> 'userId')::uuid, (incident ->> 'participantId')::uuid,
    (incident ->> 'meetingId')::uuid, incident ->> 'place', (incident ->> 'minutes')::int, incident -> 'changes', (incident ->> 'tookMs')::real;
  perform change_meetings(matchday, given);
  insert into matchday_bookings (matchday_id, slot, held, incident_id)
  select matchday, one.slot, one.held, (incident ->> 'id')::uuid from jsonb_to_recordset(shut) as one (held text, slot int)
  where not exists (select from matchday_bookings as b where b.matchday_id = matchday and b.slot = one.slot and b.held = one.held and b.incident_id is not null);
end
$$;

create function change_meetings(matchday uuid, given jsonb) returns void
  language sql security definer set search_path = public as $$
with one as (
  select * from jsonb_to_recordset(given) as one (id uuid, "hostId" uuid, "visitorId" uuid, slot int, place text, state text, moves int, "calledOff" boolean)
), changed as (
  update matchday_meetings as m set slot = one.slot, place = one.place, state = one.state, moves = one.moves, called_off = one."calledOff",
    sequence = sequence + 1, changed_at = clock_timestamp()
  from one where m.id = one.id and m.matchday_id = matchday
)
insert into matchday_meetings (id, matchday_id, host_id, visitor_id, slot, place)
select id, matchday, "hostId", "visitorId", slot, place from one where not exists (select from matchday_meetings as m where m.id = one.id)
$$;

-- Takes an incident back, as the organiser: its meetings go where they were, and whoever was out is in again.
create function undo_repair(matchday uuid, incident uuid, given jsonb) returns void
  language plpgsql security definer set search_path = public as $$
begin
  if not acting_runs_matchday(matchday) then
    raise exception 'only the organiser takes back what was mended' using errcode = '42501';
  end if;
  delete from matchday_bookings where matchday_id = matchday and incident_id = incident;
  perform change_meetings(matchday, given);
  update matchday_incidents set undone_at = clock_timestamp() where id = incident and matchday_id = matchday;
end
$$;

call look_behind_walls('repair_basis(uuid)', 'keep_repair(uuid, jsonb, jsonb, jsonb)', 'undo_repair(uuid, uuid, jsonb)', 'change_meetings(uuid, jsonb)');
-- Only the two above call it.
revoke execute on function change_meetings(uuid, jsonb) from enlace_app;
