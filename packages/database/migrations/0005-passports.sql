create table passports (
  id uuid primary key,
  organisation_id uuid not null unique references organisations (id),
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  version int not null default 0,
  -- What its people are writing, and what the market sees; they differ between publications.
  content jsonb not null,
  published jsonb,
  import_id uuid,
  revision int not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  published_at timestamptz,
  changed_xid xid8 not null default pg_current_xact_id()
);
create index passports_changed on passports (changed_xid);
create index passports_published on passports (published_at desc, id desc) where state = 'published';

create table passport_versions (
  organisation_id uuid not null references organisations (id),
  version int not null,
  content jsonb not null,
  published_by uuid,
  published_at timestamptz not null default clock_timestamp(),
  primary key (organisation_id, version)
);

alter table passports enable row level security;
alter table passports force row level security;
create policy passports_own on passports to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
-- Which fields a reader gets of a published passport is decided by its visibility settings, in one view function.
create policy passports_seen on passports for select to enlace_app
  using (acting_organisation() is not null and state = 'published');
create policy passports_agency on passports to enlace_app
  using (acting_agency_of(organisation_id)) with check (acting_agency_of(organisation_id));
create policy passports_system on passports to enlace_system using (true) with check (true);
grant select, insert, update on passports to enlace_app;
grant select, insert, update, delete on passports to enlace_system;

alter table passport_versions enable row level security;
alter table passport_versions force row level security;
create policy passport_versions_own on passport_versions to enlace_app
  using (organisation_id = acting_organisation() or acting_agency_of(organisation_id))
  with check (organisation_id = acting_organisation() or acting_agency_of(organisation_id));
create policy passport_versions_system on passport_versions to enlace_system using (true) with check (true);
grant select, insert on passport_versions to enlace_app;
grant select, insert, delete on passport_versions to enlace_system;
