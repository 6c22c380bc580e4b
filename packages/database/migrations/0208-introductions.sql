-- Introductions: meetings that the organiser of a matchday proposes to two firms. Each answers by itself.
create table matchday_introductions (
  id uuid primary key,
  matchday_id uuid not null references matchdays (id) on delete cascade,
  host_id uuid not null,
  visitor_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  proposed_at timestamptz not null default clock_timestamp(),
  -- When the second of them accepted; before, nobody is told what one said.
  agreed_at timestamptz,
  withdrawn_at timestamptz,
  foreign key (host_id, matchday_id) references matchday_participants (id, matchday_id) on delete cascade,
  foreign key (visitor_id, matchday_id) references matchday_participants (id, matchday_id) on delete cascade,
  check (agreed_at is null or withdrawn_at is null)
);
create unique index matchday_introductions_pair on matchday_introductions (host_id, visitor_id) where withdrawn_at is null;
create index matchday_introductions_of on matchday_introductions (matchday_id);
create index matchday_introductions_visitor on matchday_introductions (visitor_id);

-- What one said is its own; kept by the function below alone.
create table introduction_answers (
  introduction_id uuid not null references matchday_introductions (id) on delete cascade,
  participant_id uuid not null references matchday_participants (id) on delete cascade,
  accepts boolean not null,
  said_at timestamptz not null default clock_timestamp(),
  primary key (introduction_id, participant_id)
);
call guard_tables('matchday_introductions', 'introduction_answers');

create policy matchday_introductions_organiser on matchday_introductions to enlace_app
  using (matchday_id = any((select acting_run_matchdays())::uuid[])) with check (matchday_id = any((select acting_run_matchdays())::uuid[]));
create policy matchday_introductions_own on matchday_introductions for select to enlace_app
  using (host_id = any((select acting_participants())::uuid[]) or visitor_id = any((select acting_participants())::uuid[]));
grant select, insert on matchday_introductions to enlace_app;
grant update (withdrawn_at) on matchday_introductions to enlace_app;
create policy introduction_answers_own on introduction_answers for select to enlace_app
  using (participant_id = any((select acting_participants())::uuid[]));
grant select on introduction_answers to enlace_app;

-- Until when it can be answered: until all answers are due, and where it was proposed later, as long as the matchday runs.
create function introduced_until(proposed_at timestamptz, due_at timestamptz, ends_at timestamptz) returns timestamptz language sql immutable
  as $$ select case when due_at > proposed_at then due_at else ends_at end $$;

-- Whether a participant wants it: as it answered, and where it did not, whether it asked for this meeting itself.
create function wants_introduction(introduction uuid, participant uuid, other uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select coalesce((select accepts from introduction_answers where introduction_id = introduction and participant_id = participant),
    exists (select from matchday_wishes where by_id = participant and of_id = other and wish <> 'no')) $$;

-- Keeps what the actor says of an introduction: "absent", "withdrawn", "expired", "kept", or "agreed" where both accepted it.
-- Then they are agreed as though both had asked. Of two answers at once the second waits and knows of the first.
create function answer_introduction(introduction uuid, says boolean) returns text
  language plpgsql security definer set search_path = public as $$
declare
  given matchday_introductions;
  own uuid;
begin
  select * into given from matchday_introductions where id = introduction for update;
  select id into own from matchday_participants
    where id in (given.host_id, given.visitor_id) and organisation_id = acting_organisation() and state = 'admitted';
  if own is null then return 'absent'; end if;
  if given.withdrawn_at is not null then return 'withdrawn'; end if;
  if given.agreed_at is not null then return 'agreed'; end if;
  if (select introduced_until(given.proposed_at, answers_due(content), ends_at) <= clock_timestamp() from matchdays where id = given.matchday_id) then
    return 'expired';
  end if;
  insert into introduction_answers (introduction_id, participant_id, accepts) values (introduction, own, says)
    on conflict (introduction_id, participant_id) do update set accepts = says, said_at = clock_timestamp();
  if not (says and wants_introduction(introduction, given.host_id, given.visitor_id)
    and wants_introduction(introduction, given.visitor_id, given.host_id)) then return 'kept'; end if;
  update matchday_introductions set agreed_at = clock_timestamp() where id = introduction;
  insert into matchday_wishes (matchday_id, by_id, of_id, wish)
    values (given.matchday_id, given.host_id, given.visitor_id, 'meet'), (given.matchday_id, given.visitor_id, given.host_id, 'meet')
    on conflict (by_id, of_id) do update set wish = 'meet', said_at = clock_timestamp() where matchday_wishes.wish = 'no';
  return 'agreed';
end
$$;
call look_behind_walls('wants_introduction(uuid, uuid, uuid)', 'answer_introduction(uuid, boolean)');
-- It would tell what others said.
revoke execute on function wants_introduction(uuid, uuid, uuid) from enlace_app;
