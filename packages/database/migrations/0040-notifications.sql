-- What an organisation (or one of its people) is told; values, not words, so that every reader gets its own language.
create table notifications (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  person_id uuid references users (id) on delete cascade,
  kind text not null,
  subject uuid not null,
  detail jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  read_at timestamptz
);
create index notifications_newest on notifications (organisation_id, id desc);
create index notifications_unread on notifications (organisation_id) where read_at is null;
alter table notifications enable row level security;
alter table notifications force row level security;
create policy notifications_own on notifications to enlace_app
  using (organisation_id = acting_organisation() and (person_id is null or person_id = acting_user()))
  with check (organisation_id = acting_organisation());
create policy notifications_system on notifications to enlace_system using (true) with check (true);
grant select, update (read_at) on notifications to enlace_app;
grant select, insert, update, delete on notifications to enlace_system;
