-- Two participants of a matchday who never meet. There is one notion of it, "never_meets": their organiser keeps them apart,
-- one of them said "no" to the other, or a wall stands between the firms. Everything that brings two together reads it, and
-- no meeting of such a pair is ever planned.

-- What the organiser says; no firm learns of it.
create table separations (
  id uuid primary key,
  matchday_id uuid not null references matchdays (id) on delete cascade,
  host_id uuid not null,
  visitor_id uuid not null,
  reason text not null default '' check (length(reason) <= 500),
  added_at timestamptz not null default clock_timestamp(),
  foreign key (host_id, matchday_id) references matchday_participants (id, matchday_id) on delete cascade,
  foreign key (visitor_id, matchday_id) references matchday_participants (id, matchday_id) on delete cascade,
  unique (host_id, visitor_id)
);
create index separations_of on separations (matchday_id);
create index separations_visitor on separations (visitor_id);
call guard_tables('separations');
create policy separations_organiser on separations to enlace_app
  using (matchday_id = any((select acting_run_matchdays())::uuid[])) with check (matchday_id = any((select acting_run_matchdays())::uuid[]));
grant select, insert, delete on separations to enlace_app;

-- As far as an organiser may know: what it says itself, and rivals. A supplier names its rivals, so a wall is told by the visitor.
create view kept_apart with (security_invoker = true) as
  select matchday_id, host_id, visitor_id from separations
  union all
  select host.matchday_id, host.id, visitor.id from walls
    join matchday_participants as host on host.organisation_id = walls.rival_id and host.side = 'host'
    join matchday_participants as visitor on visitor.matchday_id = host.matchday_id and visitor.organisation_id = walls.organisation_id and visitor.side = 'visitor';
create view never_meets with (security_invoker = true) as
  select matchday_id, host_id, visitor_id from kept_apart
  union all
  -- A "no" of either: read as said by the host, and as said by the visitor.
  select matchday_id, by_id, of_id from matchday_wishes where wish = 'no'
  union all
  select matchday_id, of_id, by_id from matchday_wishes where wish = 'no';
-- Whom a timetable brings together. Who never meets is read once and looked up by name: a join of what Postgres has no statistics of took seconds.
create function agreed_pairs(matchday uuid) returns table (host_id uuid, visitor_id uuid, host_wish text, visitor_wish text, agreed_at timestamptz)
  language sql stable set search_path = public as $$
  with apart as materialized (
    select coalesce(array_agg(never.host_id || ' ' || never.visitor_id), '{}') as pairs from never_meets as never where never.matchday_id = matchday)
  select host.id, visitor.id, ours.wish, theirs.wish, greatest(ours.said_at, theirs.said_at)
  from matchday_wishes as ours
    join matchday_wishes as theirs on theirs.by_id = ours.of_id and theirs.of_id = ours.by_id and theirs.wish <> 'no'
    join matchday_participants as host on host.id = ours.by_id and host.side = 'host' and host.state = 'admitted'
    join matchday_participants as visitor on visitor.id = ours.of_id and visitor.state = 'admitted'
  where ours.matchday_id = matchday and ours.wish <> 'no' and host.id || ' ' || visitor.id <> all ((select pairs from apart)::text[]) $$;
-- They are for enlace_system alone: what they say of others is told to nobody.
revoke all on kept_apart, never_meets from public;
grant select on kept_apart, never_meets to enlace_system;
revoke execute on function agreed_pairs(uuid) from public;
grant execute on function agreed_pairs(uuid) to enlace_system;

-- The promise behind it all: no meeting of two who never meet is planned.
create function refuse_never() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if (tg_op = 'INSERT' or old.state = 'cancelled')
    and exists (select from never_meets where host_id = new.host_id and visitor_id = new.visitor_id) then
    raise exception 'these two never meet' using errcode = '23514', constraint = 'matchday_meetings_never';
  end if;
  return new;
end
$$;
create trigger matchday_meetings_never before insert or update of state on matchday_meetings
  for each row when (new.state = 'planned') execute function refuse_never();

-- And the other way round: who has a meeting before them is not kept apart from it by a word; it is called off first.
create function refuse_while_planned() returns trigger language plpgsql security definer set search_path = public as $$
declare
  said jsonb := to_jsonb(new);
  one uuid := coalesce(said ->> 'host_id', said ->> 'by_id');
  other uuid := coalesce(said ->> 'visitor_id', said ->> 'of_id');
begin
  if exists (select from matchday_meetings where state = 'planned' and (host_id, visitor_id) in ((one, other), (other, one))) then
    raise exception 'these two have a meeting' using errcode = '23514', constraint = 'separations_planned';
  end if;
  return new;
end
$$;
create trigger separations_planned before insert on separations for each row execute function refuse_while_planned();
create trigger matchday_wishes_planned before insert or update on matchday_wishes
  for each row when (new.wish = 'no') execute function refuse_while_planned();

-- Pairs that the actor's matchdays or its own participants are kept apart in, each as "<by> <of>" both ways round, so that what
-- two who are kept apart say of each other is told to nobody: for each of them the other is one that does not want.
create function acting_separated() returns text[]
  language sql stable security definer set search_path = public
  as $$ select coalesce(array_agg(by_id || ' ' || of_id), '{}') from separations
    cross join lateral (values (host_id, visitor_id), (visitor_id, host_id)) as pair (by_id, of_id)
    where matchday_id = any(acting_run_matchdays()) or host_id = any(acting_participants()) or visitor_id = any(acting_participants()) $$;
alter policy matchday_wishes_told on matchday_wishes
  using (wish <> 'no' and (of_id = any((select acting_participants())::uuid[]) or matchday_id = any((select acting_run_matchdays())::uuid[]))
    and by_id || ' ' || of_id <> all ((select acting_separated())::text[]));

-- Whether two are kept apart, for the organiser of their matchday.
create function are_kept_apart(host uuid, visitor uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from kept_apart where host_id = host and visitor_id = visitor and acting_runs_matchday(matchday_id)) $$;

-- As before, but for pairs that the organiser keeps apart itself; a "no" changes nothing here, or it would be known by what is missing.
create or replace function matched_pairs(matchday uuid) returns table (host_id uuid, visitor_id uuid, title text, score double precision)
  language sql stable security definer set search_path = public as $$
  select host.id, visitor.id, (array_agg(needs.content ->> 'title' order by matches.score desc, needs.id))[1], max(matches.score)
  from matchday_participants as host
    join matches on matches.buyer_id = host.organisation_id and matches.score > 0
    join needs on needs.id = matches.need_id and needs.state = 'published' and needs.confidentiality = 'open'
    join matchday_participants as visitor on visitor.organisation_id = matches.supplier_id
      and visitor.matchday_id = host.matchday_id and visitor.state = 'admitted'
  where acting_runs_matchday(matchday) and host.matchday_id = matchday and host.side = 'host' and host.state = 'admitted'
    and not exists (select from matchday_wishes where wish <> 'no' and (by_id, of_id) in ((host.id, visitor.id), (visitor.id, host.id)))
    and not exists (select from kept_apart as apart where apart.host_id = host.id and apart.visitor_id = visitor.id)
    and not exists (select from matchday_introductions as given where given.host_id = host.id and given.visitor_id = visitor.id and withdrawn_at is null)
    and not exists (select from matchday_meetings as met where met.host_id = host.id and met.visitor_id = visitor.id and met.state <> 'cancelled')
  group by host.id, visitor.id
$$;

-- As before, with who never meets, and standby from the pairs that agreed.
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
  'neverWith', (select coalesce(jsonb_agg(jsonb_build_object('hostId', n.host_id, 'visitorId', n.visitor_id)), '[]')
    from never_meets as n where n.matchday_id = matchday),
  -- Pairs that agreed and have no time, and that nobody called off: who must meet first, then who agreed first.
  'standby', (select coalesce(jsonb_agg(jsonb_build_object('hostId', host_id, 'visitorId', visitor_id)
      order by (host_wish = 'must')::int + (visitor_wish = 'must')::int desc, agreed_at, host_id, visitor_id), '[]')
    from agreed_pairs(matchday) as agreed where not exists (
      select from matchday_meetings as m where m.host_id = agreed.host_id and m.visitor_id = agreed.visitor_id and (m.state <> 'cancelled' or m.called_off)))
) end
$$;

call look_behind_walls('refuse_never()', 'refuse_while_planned()', 'acting_separated()', 'are_kept_apart(uuid, uuid)');
