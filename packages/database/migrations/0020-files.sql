-- What was uploaded. The bytes lie in storage under the id; a row exists only where they do.
create table files (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  name text not null check (length(name) between 1 and 200),
  type text not null check (length(type) between 1 and 100),
  size int not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  unique (id, organisation_id)
);
create index files_by_age on files (created_at);

-- Which files a passport refers to, by version; 0 is the working copy. A file that is referred to is not removed.
create table passport_files (
  file_id uuid not null,
  organisation_id uuid not null,
  version int not null,
  primary key (file_id, version),
  foreign key (file_id, organisation_id) references files (id, organisation_id)
);
create index passport_files_by_version on passport_files (organisation_id, version);

alter table passport_files enable row level security;
alter table passport_files force row level security;
create policy passport_files_own on passport_files to enlace_app
  using (organisation_id = acting_organisation() or acting_agency_of(organisation_id))
  with check (organisation_id = acting_organisation() or acting_agency_of(organisation_id));
create policy passport_files_seen on passport_files for select to enlace_app using (
  version > 0 and exists (
    select from passports
    where passports.organisation_id = passport_files.organisation_id and passports.version = passport_files.version and passports.state = 'published'
  )
);
create policy passport_files_system on passport_files to enlace_system using (true) with check (true);
grant select, insert, delete on passport_files to enlace_app, enlace_system;

alter table files enable row level security;
alter table files force row level security;
create policy files_own on files to enlace_app
  using (organisation_id = acting_organisation() or acting_agency_of(organisation_id))
  with check (organisation_id = acting_organisation() or acting_agency_of(organisation_id));
-- The inner select is bound by the policies of passport_files: files of published passports. Which reader of the passport
-- sees the field that the file stands in is decided by its visibility settings.
create policy files_seen on files for select to enlace_app
  using (exists (select from passport_files where passport_files.file_id = files.id));
create policy files_system on files to enlace_system using (true) with check (true);
grant select, insert on files to enlace_app;
-- Locking a row that is being referred to takes the right to change something of it.
grant update (name) on files to enlace_app;
grant select, insert, update, delete on files to enlace_system;
