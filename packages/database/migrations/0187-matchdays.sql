-- Matchdays: who comes, who wants to meet whom, which timetable follows from it, and what became of each meeting.
create table matchdays (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  state text not null default 'draft' check (state in ('draft', 'open', 'published', 'closed', 'cancelled')),
  -- Rises with every save.
  revision int not null default 1,
  content jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  -- When its first slot begins and its last one ends; known from its opening on.
  starts_at timestamptz,
  ends_at timestamptz,
  check (state in ('draft', 'cancelled') or starts_at is not null)
);
create index matchdays_own on matchdays (organisation_id, created_at desc, id desc);
create index matchdays_shown on matchdays (created_at desc, id desc) where state <> 'draft';

create table matchday_participants (
  id uuid primary key,
  matchday_id uuid not null references matchdays (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  side text not null check (side in ('host', 'visitor')),
  state text not null default 'applied' check (state in ('applied', 'admitted', 'declined', 'withdrawn')),
  away int[] not null default '{}',
  languages text[] not null default '{}',
  note text not null default '' check (length(note) <= 1000),
  applied_at timestamptz not null default clock_timestamp(),
  unique (matchday_id, organisation_id),
  unique (id, matchday_id)
);
create index matchday_participants_of on matchday_participants (organisation_id);

-- What a participant says about meeting another. Where both want to, they are agreed: a commitment without a time.
create table matchday_wishes (
  matchday_id uuid not null,
  by_id uuid not null,
  of_id uuid not null,
  wish text not null check (wish in ('must', 'meet', 'no')),
  reason text not null default '' check (length(reason) <= 500),
  said_at timestamptz not null default clock_timestamp(),
  primary key (by_id, of_id),
  foreign key (by_id, matchday_id) references matchday_participants (id, matchday_id) on delete cascade,
  foreign key (of_id, matchday_id) references matchday_participants (id, matchday_id) on delete cascade,
  check (by_id <> of_id)
);
create index matchday_wishes_of on matchday_wishes (of_id);
create index matchday_wishes_at on matchday_wishes (matchday_id);

create table matchday_plans (
  id uuid primary key,
  matchday_id uuid not null references matchdays (id) on delete cascade,
  state text not null default 'asked' check (state in ('asked', 'made', 'published')),
  asked_by uuid,
  asked_at timestamptz not null default clock_timestamp(),
  made_at timestamptz,
  -- Of the pairs that agreed: how many have a time, and the idle stretches between meetings that are left.
  agreed int,
  placed int,
  breaks int,
  meetings jsonb not null default '[]',
  -- Pairs without a time, each with the rule that stood in the way.
  unplaced jsonb not null default '[]',
  check ((state = 'asked') = (made_at is null))
);
create index matchday_plans_of on matchday_plans (matchday_id, asked_at desc);

create table matchday_meetings (
  id uuid primary key,
  matchday_id uuid not null references matchdays (id) on delete cascade,
  host_id uuid not null,
  visitor_id uuid not null,
  slot int not null check (slot >= 0),
  place text not null,
  state text not null default 'planned' check (state in ('planned', 'held', 'missed', 'cancelled')),
  note text not null default '' check (length(note) <= 500),
  -- Rises whenever it is moved or changes its state, for calendars.
  sequence int not null default 0,
  changed_at timestamptz not null default clock_timestamp(),
  foreign key (host_id, matchday_id) references matchday_participants (id, matchday_id) on delete cascade,
  foreign key (visitor_id, matchday_id) references matchday_participants (id, matchday_id) on delete cascade
);
create unique index matchday_meetings_pair on matchday_meetings (host_id, visitor_id) where state <> 'cancelled';
create index matchday_meetings_of on matchday_meetings (matchday_id, slot);
create index matchday_meetings_visitor on matchday_meetings (visitor_id);

-- A participant or a place is held by one meeting in one slot; kept by the trigger below alone.
create table matchday_bookings (
  matchday_id uuid not null,
  slot int not null,
  -- The id of a participant or the key of a place.
  held text not null,
  meeting_id uuid not null references matchday_meetings (id) on delete cascade,
  -- Put off where a repair swaps meetings.
  primary key (matchday_id, slot, held) deferrable
);
create index matchday_bookings_of on matchday_bookings (meeting_id);

call guard_tables('matchdays', 'matchday_participants', 'matchday_wishes', 'matchday_plans', 'matchday_meetings', 'matchday_bookings');

create function book_meeting() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'UPDATE' then delete from matchday_bookings where meeting_id = old.id; end if;
  if new.state in ('planned', 'held') then
    insert into matchday_bookings (matchday_id, slot, held, meeting_id)
    select new.matchday_id, new.slot, held, new.id
    from unnest(array[new.host_id::text, new.visitor_id::text, new.place]) as held order by held;
  end if;
  return null;
end
$$;
create trigger matchday_meetings_book after insert or update on matchday_meetings for each row execute function book_meeting();

-- Speaks for enlace_system, so that the policies of what belongs to a matchday do not call each other in a circle.
create function acting_runs_matchday(matchday uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select from matchdays where id = matchday and organisation_id = acting_organisation()) $$;
create function acting_participant(matchday uuid) returns uuid
  language sql stable security definer set search_path = public
  as $$ select id from matchday_participants where matchday_id = matchday and organisation_id = acting_organisation() $$;
-- The side that the acting organisation sees: hosts see visitors and visitors hosts, once they are admitted.
create function acting_faces(matchday uuid) returns text
  language sql stable security definer set search_path = public
  as $$ select case side when 'host' then 'visitor' else 'host' end from matchday_participants
    where matchday_id = matchday and organisation_id = acting_organisation() and state = 'admitted' $$;

create policy matchdays_own on matchdays to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
create policy matchdays_shown on matchdays for select to enlace_app
  using (acting_kind() in ('buyer', 'supplier') and state <> 'draft');
grant select, insert, update on matchdays to enlace_app;

create policy matchday_participants_organiser on matchday_participants to enlace_app
  using (acting_runs_matchday(matchday_id)) with check (acting_runs_matchday(matchday_id));
create policy matchday_participants_own on matchday_participants for select to enlace_app using (organisation_id = acting_organisation());
-- Whether it is admitted is for the organiser to say.
create policy matchday_participants_apply on matchday_participants for insert to enlace_app with check (
  organisation_id = acting_organisation() and state = 'applied'
  and side = case acting_kind() when 'buyer' then 'host' when 'supplier' then 'visitor' end
  and exists (select from matchdays where matchdays.id = matchday_id and matchdays.state in ('open', 'published')));
create policy matchday_participants_change on matchday_participants for update to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
create policy matchday_participants_other_side on matchday_participants for select to enlace_app
  using (state = 'admitted' and side = acting_faces(matchday_id) and organisation_id <> all ((select acting_walls())::uuid[]));
-- Whom it was to meet it knows, whatever became of the other since.
create policy matchday_participants_met on matchday_participants for select to enlace_app using (exists (
  select from matchday_meetings where matchday_participants.id in (host_id, visitor_id) and acting_participant(matchday_id) in (host_id, visitor_id)));
grant select, insert on matchday_participants to enlace_app;
grant update (state, away, languages, note) on matchday_participants to enlace_app;
-- Policies do not see the row as it was: a firm comes and goes, and never admits itself.
create function keep_admission() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and acting_organisation() = new.organisation_id and new.state in ('admitted', 'declined') then
    raise exception 'a participant does not admit itself' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger matchday_participants_admission before update on matchday_participants for each row execute function keep_admission();

create policy matchday_wishes_own on matchday_wishes to enlace_app
  using (by_id = acting_participant(matchday_id)) with check (by_id = acting_participant(matchday_id));
-- A "no" is nobody's but its own.
create policy matchday_wishes_told on matchday_wishes for select to enlace_app
  using (wish <> 'no' and (of_id = acting_participant(matchday_id) or acting_runs_matchday(matchday_id)));
grant select, insert, update, delete on matchday_wishes to enlace_app;

create policy matchday_plans_organiser on matchday_plans to enlace_app
  using (acting_runs_matchday(matchday_id)) with check (acting_runs_matchday(matchday_id));
grant select, insert, update on matchday_plans to enlace_app;

create policy matchday_meetings_organiser on matchday_meetings to enlace_app
  using (acting_runs_matchday(matchday_id)) with check (acting_runs_matchday(matchday_id));
create policy matchday_meetings_own on matchday_meetings to enlace_app
  using (acting_participant(matchday_id) in (host_id, visitor_id)) with check (acting_participant(matchday_id) in (host_id, visitor_id));
grant select, insert, update on matchday_meetings to enlace_app;

-- The first slot, from one on, in which two participants could meet now, and a place that is free in it: where the host is
-- anyhow if it can be, else any, so that those who ask at once do not all ask for the same. What others do is not told.
create function next_free_slot(matchday uuid, host uuid, visitor uuid, from_slot int) returns table (slot int, place text)
  language plpgsql stable security definer set search_path = public as $$
declare
  listed jsonb;
  slots int;
  absent int[];
begin
  if not acting_runs_matchday(matchday) and coalesce(acting_participant(matchday) not in (host, visitor), true) then return; end if;
  select content -> 'places', (select sum((session ->> 'slotCount')::int) from jsonb_array_elements(content -> 'sessions') as session)
    into listed, slots from matchdays where id = matchday;
  select array_agg(gone) into absent from matchday_participants, unnest(away) as gone where id in (host, visitor);
  for at in from_slot .. slots - 1 loop
    continue when at = any(absent)
      or exists (select from matchday_bookings as b where b.matchday_id = matchday and b.slot = at and b.held in (host::text, visitor::text));
    select one ->> 'key' into place from jsonb_array_elements(listed) as one
    where not exists (select from matchday_bookings as b where b.matchday_id = matchday and b.slot = at and b.held = one ->> 'key')
    order by exists (select from matchday_meetings as m where m.host_id = host and m.place = one ->> 'key' and m.state = 'planned') desc, random()
    limit 1;
    continue when place is null;
    slot := at;
    return next;
    return;
  end loop;
end
$$;

call look_behind_walls('acting_runs_matchday(uuid)', 'acting_participant(uuid)', 'acting_faces(uuid)', 'next_free_slot(uuid, uuid, uuid, int)', 'book_meeting()');
