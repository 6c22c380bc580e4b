-- What happens while a matchday runs, and what was mended for it.
create table matchday_incidents (
  id uuid primary key,
  matchday_id uuid not null references matchdays (id) on delete cascade,
  kind text not null check (kind in ('absent', 'late', 'place-closed', 'called-off', 'missed', 'pair-added')),
  by_organisation_id uuid not null references organisations (id),
  by_user_id uuid,
  -- Whom or what it is about.
  participant_id uuid,
  meeting_id uuid,
  place text,
  minutes int check (minutes > 0),
  reported_at timestamptz not null default clock_timestamp(),
  -- Each meeting that is elsewhere since: where it was, where it is, and the rule that took its time.
  changes jsonb not null default '[]',
  took_ms real not null,
  undone_at timestamptz,
  foreign key (participant_id, matchday_id) references matchday_participants (id, matchday_id) on delete cascade
);
create index matchday_incidents_of on matchday_incidents (matchday_id, reported_at desc, id desc);
call guard_tables('matchday_incidents');
create policy matchday_incidents_organiser on matchday_incidents for select to enlace_app using (matchday_id = any((select acting_run_matchdays())::uuid[]));
create policy matchday_incidents_by on matchday_incidents for select to enlace_app using (by_organisation_id = acting_organisation());
grant select on matchday_incidents to enlace_app;

-- How often a repair moved it, and whether somebody called it off: then nobody pulls it in again.
alter table matchday_meetings add moves int not null default 0, add called_off boolean not null default false;

-- Who is out, and a place that is closed, are held as if they had a meeting: so nothing can be booked there, whoever tries.
alter table matchday_bookings alter meeting_id drop not null,
  add incident_id uuid references matchday_incidents (id) on delete cascade,
  add constraint matchday_bookings_for check (num_nonnulls(meeting_id, incident_id) = 1);
create index matchday_bookings_shut on matchday_bookings (matchday_id) where incident_id is not null;
