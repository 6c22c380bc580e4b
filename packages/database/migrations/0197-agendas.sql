-- How a member takes its meetings along: into a calendar by a secret address, by mail, or on paper.
create table agenda_members (
  organisation_id uuid not null,
  user_id uuid not null,
  -- SHA-256 of the token in the calendar's address; the token itself is kept nowhere.
  token_hash bytea unique,
  token_at timestamptz,
  -- Whether invitations come by mail.
  by_mail boolean not null default false,
  primary key (organisation_id, user_id),
  -- Who is a member no more loses both.
  foreign key (organisation_id, user_id) references members on delete cascade,
  check ((token_hash is null) = (token_at is null))
);

-- What an organiser printed: each meeting as it stood, so that it can be told what changed since.
create table matchday_prints (
  id uuid primary key,
  matchday_id uuid not null references matchdays (id) on delete cascade,
  printed_at timestamptz not null default clock_timestamp(),
  printed_by uuid not null,
  -- Of each: id, hostId, visitorId, slot, place, state, sequence.
  meetings jsonb not null
);
create index matchday_prints_of on matchday_prints (matchday_id, printed_at desc);

call guard_tables('agenda_members', 'matchday_prints');

create policy agenda_members_own on agenda_members to enlace_app
  using (organisation_id = acting_organisation() and user_id = acting_user())
  with check (organisation_id = acting_organisation() and user_id = acting_user());
grant select, insert, update on agenda_members to enlace_app;

create policy matchday_prints_organiser on matchday_prints to enlace_app
  using (matchday_id = any((select acting_run_matchdays())::uuid[])) with check (matchday_id = any((select acting_run_matchdays())::uuid[]));
grant select, insert on matchday_prints to enlace_app;

-- Whoever holds a token acts as nobody; the one member it speaks for, as long as it is one.
create function calendar_reader(token text) returns table (user_id uuid, organisation_id uuid, kind text, role text)
  language sql stable security definer set search_path = public as $$
  select members.user_id, members.organisation_id, organisations.kind, members.role
  from agenda_members join members using (organisation_id, user_id) join organisations on organisations.id = members.organisation_id
  where token_hash = sha256(convert_to(token, 'UTF8'))
$$;
call look_behind_walls('calendar_reader(text)');
