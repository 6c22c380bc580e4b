-- Parties: the people whom a firm brings to a matchday, and who of them comes to which of its meetings.
create extension if not exists btree_gist;

create table party_members (
  id uuid primary key,
  matchday_id uuid not null,
  participant_id uuid not null,
  organisation_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  -- What they are in their firm.
  role text not null default '' check (length(role) <= 120),
  languages text[] not null default '{}',
  away int[] not null default '{}',
  -- For their own firm and the organiser alone.
  email text check (length(email) <= 254),
  -- By it a person is known who comes for two organisations, or to two matchdays.
  user_id uuid,
  added_at timestamptz not null default clock_timestamp(),
  unique (id, participant_id),
  unique (participant_id, user_id),
  foreign key (participant_id, matchday_id) references matchday_participants (id, matchday_id) on delete cascade,
  foreign key (organisation_id, user_id) references members (organisation_id, user_id) on delete set null (user_id)
);
create index party_members_at on party_members (matchday_id);
create index party_members_user on party_members (user_id) where user_id is not null;

-- Who comes to a meeting for one of its sides. A trigger says when that is, from the meeting.
create table meeting_people (
  meeting_id uuid not null references matchday_meetings (id) on delete cascade,
  member_id uuid not null,
  participant_id uuid not null,
  -- Chosen by the firm or the organiser; else proposed, and proposed anew when the meeting moves.
  by_hand boolean not null,
  user_id uuid,
  -- Empty while the meeting is off.
  during tstzrange not null,
  primary key (meeting_id, member_id),
  foreign key (member_id, participant_id) references party_members (id, participant_id) on delete cascade,
  -- Within one party the meetings themselves never overlap, and may change places with each other.
  constraint meeting_people_two_places exclude using gist (user_id with =, participant_id with <>, during with &&)
);
create index meeting_people_member on meeting_people (member_id);
call guard_tables('party_members', 'meeting_people');

-- When a slot is. In an hour that comes twice Postgres takes the second where we take the first, one night in a year.
create function slot_during(matchday uuid, at_slot int) returns tstzrange
  language sql stable security definer set search_path = public as $$
  select tstzrange(begins, begins + make_interval(mins => minutes)) from (
    select (((session ->> 'date') || ' ' || (session ->> 'starts'))::timestamp at time zone (content ->> 'timeZone'))
        + make_interval(mins => number * ((session ->> 'slotMinutes')::int + (session ->> 'pauseMinutes')::int)) as begins,
      (session ->> 'slotMinutes')::int as minutes
    from matchdays, jsonb_array_elements(content -> 'sessions') as session, generate_series(0, (session ->> 'slotCount')::int - 1) as number
    where id = matchday
  ) as slots order by begins offset at_slot limit 1 $$;

-- Whether a person can be there in a slot: not away, and not at a meeting for somebody else.
create function can_come(member party_members, at_slot int) returns boolean
  language sql stable security definer set search_path = public as $$
  select at_slot <> all((member).away) and not exists (
    select from meeting_people as other where other.user_id = (member).user_id and other.participant_id <> (member).participant_id
      and other.during && slot_during((member).matchday_id, at_slot)) $$;

create function seat_person() returns trigger language plpgsql security definer set search_path = public as $$
declare
  member party_members;
  meeting matchday_meetings;
begin
  -- Shared, so that who moves the meeting or says when somebody is away, and who seats them, wait for each other.
  select * into meeting from matchday_meetings where id = new.meeting_id for share;
  select * into member from party_members where id = new.member_id for share;
  if member.participant_id not in (meeting.host_id, meeting.visitor_id) then
    raise exception 'not a party of this meeting' using errcode = '23514', constraint = 'meeting_people_of_it';
  end if;
  if meeting.slot = any(member.away) then
    raise exception 'this person is away' using errcode = '23514', constraint = 'meeting_people_away';
  end if;
  new.user_id := member.user_id;
  new.during := case when meeting.state in ('planned', 'held') then slot_during(meeting.matchday_id, meeting.slot) else 'empty' end;
  return new;
end
$$;
create trigger meeting_people_seat before insert on meeting_people for each row execute function seat_person();

-- A meeting goes where it must, whoever was to come: who was chosen comes along where they can, others are proposed anew.
create function reseat_people() returns trigger language plpgsql security definer set search_path = public as $$
declare
  seat record;
  later tstzrange;
begin
  if new.slot = old.slot and (new.state in ('planned', 'held')) = (old.state in ('planned', 'held')) then return null; end if;
  if new.state = 'planned' and new.slot <> old.slot then
    delete from meeting_people where meeting_id = new.id and not by_hand;
  end if;
  for seat in select people.member_id, can_come(members, new.slot) as free from meeting_people as people
    join party_members as members on members.id = people.member_id where people.meeting_id = new.id loop
    later := case when new.state in ('planned', 'held') then slot_during(new.matchday_id, new.slot) else 'empty' end;
    begin
      if isempty(later) or seat.free then
        update meeting_people set during = later where meeting_id = new.id and member_id = seat.member_id;
      else
        delete from meeting_people where meeting_id = new.id and member_id = seat.member_id;
      end if;
    exception when exclusion_violation then
      -- Somebody was quicker.
      delete from meeting_people where meeting_id = new.id and member_id = seat.member_id;
    end;
  end loop;
  return null;
end
$$;
create trigger matchday_meetings_reseat after update of slot, state on matchday_meetings for each row execute function reseat_people();

-- Who says when they are away leaves the meetings of that time; who becomes somebody else, all that are still to come.
create function leave_meetings() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from meeting_people as people using matchday_meetings as meetings
  where people.member_id = new.id and meetings.id = people.meeting_id and meetings.state = 'planned'
    and (meetings.slot = any(new.away) or new.user_id is distinct from old.user_id);
  return null;
end
$$;
create trigger party_members_leave after update on party_members for each row execute function leave_meetings();

create policy party_members_own on party_members to enlace_app
  using (participant_id = any((select acting_participants())::uuid[]))
  with check (participant_id = any((select acting_participants())::uuid[]) and organisation_id = acting_organisation());
create policy party_members_organiser on party_members to enlace_app
  using (matchday_id = any((select acting_run_matchdays())::uuid[])) with check (matchday_id = any((select acting_run_matchdays())::uuid[]));
grant select, insert, update, delete on party_members to enlace_app;

create policy meeting_people_own on meeting_people to enlace_app
  using (participant_id = any((select acting_participants())::uuid[])) with check (participant_id = any((select acting_participants())::uuid[]));
create policy meeting_people_organiser on meeting_people to enlace_app
  using (meeting_id in (select id from matchday_meetings where matchday_id = any((select acting_run_matchdays())::uuid[])))
  with check (meeting_id in (select id from matchday_meetings where matchday_id = any((select acting_run_matchdays())::uuid[])));
grant select, insert, delete on meeting_people to enlace_app;

-- Who comes to the meetings that the actor sees, by name and role; for the firm and the organiser also whether that is only
-- proposed, and whether nobody can.
create function shown_people(matchday uuid) returns table (meeting_id uuid, side text, people jsonb, proposed boolean, nobody boolean)
  language sql stable security definer set search_path = public as $$
  with asking as materialized (select acting_participant(matchday) as own, acting_runs_matchday(matchday) as runs)
  select meetings.id, sides.side,
    (select coalesce(jsonb_agg(jsonb_build_object('id', members.id, 'name', members.name, 'role', members.role) order by members.added_at, members.id), '[]')
      from meeting_people as people join party_members as members on members.id = people.member_id
      where people.meeting_id = meetings.id and people.participant_id = sides.id),
    (runs or sides.id = own) and exists (select from meeting_people as people where people.meeting_id = meetings.id and people.participant_id = sides.id and not by_hand),
    (runs or sides.id = own) and meetings.state = 'planned' and not exists (
      select from party_members as members where members.participant_id = sides.id and can_come(members, meetings.slot))
  from asking, matchday_meetings as meetings cross join lateral (values ('host', meetings.host_id), ('visitor', meetings.visitor_id)) as sides (side, id)
  where meetings.matchday_id = matchday and (runs or own in (meetings.host_id, meetings.visitor_id))
    and sides.id in (select participant_id from party_members where matchday_id = matchday) $$;

call look_behind_walls('slot_during(uuid, int)', 'can_come(party_members, int)', 'seat_person()', 'reseat_people()', 'leave_meetings()', 'shown_people(uuid)');
-- They would tell who else meets when, and what is not announced.
revoke execute on function slot_during(uuid, int), can_come(party_members, int) from enlace_app;
