create table organisations (
  id uuid primary key,
  kind text not null check (kind in ('buyer', 'supplier', 'agency', 'expert', 'funder', 'platform')),
  name text not null check (length(name) between 1 and 200),
  slug text not null unique,
  country char(2),
  region text,
  created_at timestamptz not null default clock_timestamp()
);
-- An agency works for firms: those it imported and those that joined it.
create table agency_firms (
  agency_id uuid not null references organisations (id),
  organisation_id uuid not null references organisations (id),
  since timestamptz not null default clock_timestamp(),
  primary key (agency_id, organisation_id)
);
create index agency_firms_of on agency_firms (organisation_id);

create function acting_agency_of(firm uuid) returns boolean language sql stable parallel safe
  as $$ select exists (select from agency_firms where agency_id = acting_organisation() and organisation_id = firm) $$;

alter table organisations enable row level security;
alter table organisations force row level security;
-- Names are public among signed-in people; what an organisation does is guarded where it is kept.
create policy organisations_read on organisations for select to enlace_app using (true);
create policy organisations_write on organisations for insert to enlace_app with check (true);
create policy organisations_change on organisations for update to enlace_app
  using (id = acting_organisation()) with check (id = acting_organisation());
create policy organisations_system on organisations to enlace_system using (true) with check (true);
grant select, insert, update on organisations to enlace_app;
grant select, insert, update, delete on organisations to enlace_system;

alter table agency_firms enable row level security;
alter table agency_firms force row level security;
create policy agency_firms_own on agency_firms to enlace_app
  using (agency_id = acting_organisation() or organisation_id = acting_organisation())
  with check (agency_id = acting_organisation());
create policy agency_firms_system on agency_firms to enlace_system using (true) with check (true);
grant select, insert, delete on agency_firms to enlace_app, enlace_system;
