-- Firms to which rules of their own apply have a type, given by the organiser; of each there are no more than it has seats.
alter table matchday_participants add column type text,
  add constraint matchday_participants_typed check (type is null or state = 'admitted');
grant update (type) on matchday_participants to enlace_app;
create index matchday_participants_type on matchday_participants (matchday_id, type) where type is not null;

create function keep_type() returns trigger language plpgsql security definer set search_path = public as $$
declare
  found jsonb;
begin
  -- Who is out gives its seat back.
  if new.state <> 'admitted' then new.type := null; end if;
  if new.type is not distinct from old.type then return new; end if;
  if new.state = 'admitted' and acting_organisation() = new.organisation_id then
    raise exception 'a participant does not choose its type' using errcode = '42501';
  end if;
  if new.type is null then return new; end if;
  -- One at a time, so that whoever comes second counts the first.
  perform from matchdays where id = new.matchday_id for update;
  select one into found from matchdays, jsonb_array_elements(content -> 'types') as one
  where matchdays.id = new.matchday_id and one ->> 'key' = new.type and one ->> 'side' = new.side;
  if found is null then
    raise exception 'there is no such type' using errcode = '23514', constraint = 'matchday_participants_type';
  end if;
  if (found ->> 'seats')::int <= (
    select count(*) from matchday_participants as other where other.matchday_id = new.matchday_id and other.type = new.type and other.id <> new.id) then
    raise exception 'all seats are taken' using errcode = '23514', constraint = 'matchday_participants_seats';
  end if;
  return new;
end
$$;
create trigger matchday_participants_type before insert or update on matchday_participants for each row execute function keep_type();
call look_behind_walls('keep_type()');

-- As before, with the type of each firm.
create or replace function repair_basis(matchday uuid) returns jsonb
  language sql stable security definer set search_path = public as $$
select case when acting_runs_matchday(matchday) or acting_faces(matchday) is not null then jsonb_build_object(
  'participants', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'organisationId', p.organisation_id, 'side', p.side, 'state', p.state, 'type', p.type, 'away', p.away, 'languages', p.languages) order by p.id), '[]')
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
