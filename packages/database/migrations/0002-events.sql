-- The outbox. Rows are marked published, never deleted, and never read by "id > cursor".
create table events (
  id uuid primary key,
  name text not null,
  organisation_id uuid,
  payload jsonb not null,
  occurred_at timestamptz not null default clock_timestamp(),
  request_id text,
  published_at timestamptz
);
create index events_unpublished on events (occurred_at, id) where published_at is null;
create index events_by_organisation on events (organisation_id, occurred_at desc, id desc);
create index events_by_subject on events ((payload ->> 'needId'), occurred_at desc) where payload ? 'needId';

-- What each event obliges us to do. A row is the promise; a queue entry is only its reminder.
create table reaction_runs (
  event_id uuid not null references events (id),
  reaction text not null,
  attempts int not null default 0,
  enqueued int not null default 0,
  due_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  parked_at timestamptz,
  last_error text,
  primary key (event_id, reaction)
);
create index reaction_runs_due on reaction_runs (due_at) where done_at is null and parked_at is null;

-- The live channel as it was spoken: per topic gapless numbers, so that a client can tell what it missed.
create table live_epoch (single boolean primary key default true check (single), epoch text not null);
insert into live_epoch (epoch) values (gen_random_uuid()::text);
create table live_topics (topic text primary key, seq bigint not null);
create table live_notes (
  topic text not null,
  seq bigint not null,
  event_id uuid not null references events (id),
  name text not null,
  subject text not null,
  noted_at timestamptz not null default clock_timestamp(),
  primary key (topic, seq)
);
create index live_notes_noted on live_notes (noted_at);

alter table events enable row level security;
alter table events force row level security;
-- Commands record what happens; an actor may add an event of its own organisation and read those.
create policy events_record on events for insert to enlace_app with check (true);
create policy events_own on events for select to enlace_app using (organisation_id = acting_organisation());
create policy events_system on events to enlace_system using (true) with check (true);
grant select, insert on events to enlace_app;
grant select, insert, update on events to enlace_system;
grant select, insert, update, delete on reaction_runs, live_topics, live_notes to enlace_system;
grant select, update on live_epoch to enlace_system;
