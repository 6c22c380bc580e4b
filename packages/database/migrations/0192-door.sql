-- The door of a matchday: badges, and the log of what devices did there, with the network or without it.
create table matchday_badges (
  id uuid primary key,
  matchday_id uuid not null references matchdays (id) on delete cascade,
  participant_id uuid not null,
  -- Running within the matchday.
  number int not null check (number > 0),
  -- Who wears it, where that was said.
  holder text not null default '' check (length(holder) <= 120),
  token_hash text not null unique,
  -- For typing where no camera reads.
  code text not null,
  issued_at timestamptz not null default clock_timestamp(),
  -- From when on it is refused: it was lost, and another stands for it.
  void_at timestamptz,
  unique (matchday_id, number),
  unique (matchday_id, code),
  foreign key (participant_id, matchday_id) references matchday_participants (id, matchday_id) on delete cascade
);
create index matchday_badges_of on matchday_badges (participant_id, matchday_id);

-- Only added to. What became of each is the outcome of folding all of them anew, in the order of their corrected times.
create table matchday_operations (
  -- Made by the device, so that what is sent twice is there once.
  id uuid not null,
  matchday_id uuid not null references matchdays (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  user_id uuid not null,
  -- As whom it was done; null for the organiser.
  participant_id uuid,
  kind text not null check (kind in ('check-in', 'undo', 'move', 'outcome')),
  content jsonb not null,
  -- By the clock of the device, and how far the server's was ahead of it when it was last heard.
  device_at timestamptz not null,
  offset_ms bigint not null,
  at timestamptz not null,
  received_at timestamptz not null default clock_timestamp(),
  -- A change from outside stands on it, so that no later arrival changes it any more.
  sealed boolean not null default false,
  outcome text not null default 'refused' check (outcome in ('applied', 'superseded', 'refused')),
  -- The rule that stood in the way.
  reason text,
  primary key (matchday_id, organisation_id, id),
  foreign key (participant_id, matchday_id) references matchday_participants (id, matchday_id) on delete cascade
);
create index matchday_operations_of on matchday_operations (matchday_id, organisation_id, user_id, at);
create index matchday_operations_firm on matchday_operations (organisation_id);
create index matchday_operations_as on matchday_operations (participant_id, matchday_id);
create index matchday_operations_unsealed on matchday_operations (matchday_id) where not sealed and kind in ('move', 'outcome');

-- A meeting as it was before the first operation that is not sealed.
create table matchday_meeting_bases (
  meeting_id uuid primary key references matchday_meetings (id) on delete cascade,
  matchday_id uuid not null references matchdays (id) on delete cascade,
  slot int not null,
  place text not null,
  state text not null,
  note text not null,
  changed_at timestamptz not null
);
create index matchday_meeting_bases_at on matchday_meeting_bases (matchday_id);

call guard_tables('matchday_badges', 'matchday_operations', 'matchday_meeting_bases');

create policy matchday_badges_organiser on matchday_badges to enlace_app
  using (matchday_id = any((select acting_run_matchdays())::uuid[])) with check (matchday_id = any((select acting_run_matchdays())::uuid[]));
create policy matchday_badges_own on matchday_badges to enlace_app
  using (participant_id = any((select acting_participants())::uuid[])) with check (participant_id = any((select acting_participants())::uuid[]));
grant select, insert on matchday_badges to enlace_app;
grant update (void_at) on matchday_badges to enlace_app;

create policy matchday_operations_organiser on matchday_operations for select to enlace_app using (matchday_id = any((select acting_run_matchdays())::uuid[]));
create policy matchday_operations_own on matchday_operations for select to enlace_app using (organisation_id = acting_organisation());
create policy matchday_operations_do on matchday_operations for insert to enlace_app with check (
  organisation_id = acting_organisation()
  and (participant_id = any((select acting_participants())::uuid[]) or (participant_id is null and matchday_id = any((select acting_run_matchdays())::uuid[]))));
grant select, insert on matchday_operations to enlace_app;

-- The number that the next badge has; a firm sees its own badges alone.
create function next_badge_number(matchday uuid) returns int
  language sql stable security definer set search_path = public
  as $$ select coalesce(max(number), 0) + 1 from matchday_badges where matchday_id = matchday $$;

create function acting_at_door(matchday uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select acting_runs_matchday(matchday) or acting_participant(matchday) is not null $$;

-- All operations that are not sealed, whoever did them: what one device did may change what became of another's.
create function door_operations(matchday uuid) returns table (
  id uuid, organisation_id uuid, participant_id uuid, kind text, content jsonb, at timestamptz, received_at timestamptz, outcome text, reason text
) language sql stable security definer set search_path = public as $$
  select id, organisation_id, participant_id, kind, content, at, received_at, outcome, reason
  from matchday_operations where matchday_id = matchday and not sealed and acting_at_door(matchday)
$$;

-- Those who may be checked in, and the badges they may show.
create function door_admitted(matchday uuid) returns table (id uuid)
  language sql stable security definer set search_path = public
  as $$ select id from matchday_participants where matchday_id = matchday and state = 'admitted' and acting_at_door(matchday) $$;
create function door_badges(matchday uuid) returns table (id uuid, participant_id uuid, void_at timestamptz)
  language sql stable security definer set search_path = public
  as $$ select id, participant_id, void_at from matchday_badges where matchday_id = matchday and acting_at_door(matchday) $$;

-- All meetings, held until the transaction ends, as they are and as they were before what is not sealed.
create function door_meetings(matchday uuid) returns table (
  id uuid, host_id uuid, visitor_id uuid, host_firm uuid, visitor_firm uuid,
  slot int, place text, state text, note text, changed_at timestamptz,
  base_slot int, base_place text, base_state text, base_note text, base_changed_at timestamptz
) language plpgsql volatile security definer set search_path = public as $$
begin
  if not acting_at_door(matchday) then return; end if;
  perform from matchday_meetings as held where held.matchday_id = matchday order by held.id for update;
  return query select m.id, m.host_id, m.visitor_id, host.organisation_id, visitor.organisation_id,
    m.slot, m.place, m.state, m.note, m.changed_at,
    coalesce(b.slot, m.slot), coalesce(b.place, m.place), coalesce(b.state, m.state), coalesce(b.note, m.note), coalesce(b.changed_at, m.changed_at)
  from matchday_meetings as m left join matchday_meeting_bases as b on b.meeting_id = m.id
    join matchday_participants as host on host.id = m.host_id join matchday_participants as visitor on visitor.id = m.visitor_id
  where m.matchday_id = matchday;
end
$$;

-- Keeps what folding came to: meetings that differ, and what became of operations where that differs.
create function keep_fold(matchday uuid, meetings jsonb, fates jsonb) returns void
  language plpgsql security definer set search_path = public as $$
begin
  if not acting_at_door(matchday) then return; end if;
  perform set_config('enlace.folding', 'on', true);
  insert into matchday_meeting_bases (meeting_id, matchday_id, slot, place, state, note, changed_at)
    select m.id, m.matchday_id, m.slot, m.place, m.state, m.note, m.changed_at
    from matchday_meetings as m join jsonb_to_recordset(meetings) as given (id uuid) on given.id = m.id
    where m.matchday_id = matchday on conflict do nothing;
  update matchday_meetings as m set slot = given.slot, place = given.place, state = given.state, note = given.note,
    changed_at = given.at, sequence = m.sequence + 1
  from jsonb_to_recordset(meetings) as given (id uuid, slot int, place text, state text, note text, at timestamptz)
  where m.id = given.id and m.matchday_id = matchday;
  update matchday_operations as o set outcome = given.outcome, reason = given.reason
  from jsonb_to_recordset(fates) as given (id uuid, firm uuid, outcome text, reason text)
  where o.matchday_id = matchday and o.organisation_id = given.firm and o.id = given.id;
  perform set_config('enlace.folding', 'off', true);
end
$$;

-- Whatever else changes a meeting stands on what had arrived by then: from here on that is no longer folded anew.
create function seal_operations() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if current_setting('enlace.folding', true) is distinct from 'on' then
    delete from matchday_meeting_bases where matchday_id in (select matchday_id from changed);
    update matchday_operations set sealed = true
    where matchday_id in (select matchday_id from changed) and not sealed and kind in ('move', 'outcome');
  end if;
  return null;
end
$$;
create trigger matchday_meetings_seal_added after insert on matchday_meetings
  referencing new table as changed for each statement execute function seal_operations();
create trigger matchday_meetings_seal_changed after update on matchday_meetings
  referencing new table as changed for each statement execute function seal_operations();

call look_behind_walls('next_badge_number(uuid)', 'acting_at_door(uuid)', 'door_operations(uuid)', 'door_meetings(uuid)', 'door_admitted(uuid)', 'door_badges(uuid)',
  'keep_fold(uuid, jsonb, jsonb)', 'seal_operations()');
