-- The showcase: what suppliers thought of without having been asked, who read it, and what buyers answered.
create table innovations (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  version int not null default 0,
  -- Rises with every save of the working copy.
  revision int not null default 1,
  -- What everybody reads of it, and the words it is searched by.
  published jsonb,
  theme text generated always as (published ->> 'theme') stored,
  maturity text generated always as (published ->> 'maturity') stored,
  -- Whether there is something that is shown on request alone.
  confidential boolean not null default false,
  words tsvector,
  created_at timestamptz not null default clock_timestamp(),
  published_at timestamptz,
  changed_xid xid8 not null default pg_current_xact_id(),
  check (state = 'draft' or published is not null)
);
create index innovations_own on innovations (organisation_id, created_at desc, id desc);
create index innovations_shown on innovations (published_at desc, id desc) where state = 'published';
create index innovations_words on innovations using gin (words);
create index innovations_changed on innovations (changed_xid);

-- What its people are writing, with the confidential part; nobody else reads it.
create table innovation_drafts (
  innovation_id uuid primary key references innovations (id) on delete cascade,
  content jsonb not null,
  confidential text not null default ''
);

-- What was published, with the confidential part; a reader gets the present one where its supplier agreed.
create table innovation_versions (
  innovation_id uuid not null references innovations (id) on delete cascade,
  version int not null,
  content jsonb not null,
  confidential text not null,
  published_by uuid,
  published_at timestamptz not null default clock_timestamp(),
  primary key (innovation_id, version)
);

create table innovation_files (
  innovation_id uuid not null references innovations (id) on delete cascade,
  file_id uuid not null references files (id),
  -- 0 is the working copy.
  version int not null,
  primary key (innovation_id, version, file_id)
);
create index innovation_files_of on innovation_files (file_id);

-- How a reader stands to it: when it read it, what it answered, whether it asked for the confidential part. Its supplier sees all of that.
create table innovation_readers (
  innovation_id uuid not null references innovations (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  times int not null default 1,
  first_read_at timestamptz not null default clock_timestamp(),
  last_read_at timestamptz not null default clock_timestamp(),
  answer text check (answer in ('interested', 'not-for-us')),
  reason text not null default '' check (length(reason) <= 1000),
  answered_by uuid,
  answered_at timestamptz,
  asked_at timestamptz,
  asked_why text not null default '' check (length(asked_why) <= 1000),
  primary key (innovation_id, organisation_id),
  check ((answer is null) = (answered_at is null)),
  check (answer is distinct from 'not-for-us' or reason <> '')
);
create index innovation_readers_of on innovation_readers (organisation_id);

-- Whether a reader that asked may read the confidential part, as its supplier says.
create table innovation_grants (
  innovation_id uuid not null,
  organisation_id uuid not null,
  granted boolean not null,
  decided_by uuid,
  decided_at timestamptz not null default clock_timestamp(),
  primary key (innovation_id, organisation_id),
  foreign key (innovation_id, organisation_id) references innovation_readers (innovation_id, organisation_id) on delete cascade
);

-- Needs, open ones and those of the past, that an innovation would have met, and why; their buyer's alone.
create table innovation_fits (
  innovation_id uuid not null references innovations (id) on delete cascade,
  need_id uuid not null references needs (id) on delete cascade,
  buyer_id uuid not null references organisations (id),
  score double precision not null,
  words text[] not null,
  category jsonb,
  primary key (innovation_id, need_id)
);
create index innovation_fits_of_buyer on innovation_fits (buyer_id, score desc);
create index innovation_fits_of_need on innovation_fits (need_id);

call guard_tables('innovations', 'innovation_drafts', 'innovation_versions', 'innovation_files', 'innovation_readers',
  'innovation_grants', 'innovation_fits');

-- Speaks for enlace_system, so that the policies of what belongs to an innovation do not call each other in a circle.
create function acting_owns_innovation(innovation uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select from innovations where id = innovation and organisation_id = acting_organisation()) $$;

create policy innovations_own on innovations to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
-- No supplier sees what another shows; an agency sees nothing of those it must find no trace of.
create policy innovations_seen on innovations for select to enlace_app
  using (acting_kind() in ('buyer', 'agency') and state = 'published' and organisation_id <> all ((select acting_walls())::uuid[]));
grant select, insert, update on innovations to enlace_app;

create policy innovation_drafts_own on innovation_drafts to enlace_app
  using (acting_owns_innovation(innovation_id)) with check (acting_owns_innovation(innovation_id));
grant select, insert, update on innovation_drafts to enlace_app;

create policy innovation_versions_own on innovation_versions to enlace_app
  using (acting_owns_innovation(innovation_id)) with check (acting_owns_innovation(innovation_id));
-- The inner selects are bound by the policies of innovations and of grants.
create policy innovation_versions_granted on innovation_versions for select to enlace_app using (
  exists (select from innovations where id = innovation_id and innovations.version = innovation_versions.version and state = 'published')
  and exists (select from innovation_grants where innovation_grants.innovation_id = innovation_versions.innovation_id
    and organisation_id = acting_organisation() and granted));
grant select, insert on innovation_versions to enlace_app;

create policy innovation_files_own on innovation_files to enlace_app
  using (acting_owns_innovation(innovation_id)) with check (acting_owns_innovation(innovation_id));
create policy innovation_files_seen on innovation_files for select to enlace_app using (
  version > 0 and exists (select from innovations where id = innovation_id and innovations.version = innovation_files.version and state = 'published'));
grant select, insert, delete on innovation_files to enlace_app;
create policy files_shown on files for select to enlace_app
  using (exists (select from innovation_files where innovation_files.file_id = files.id));

create policy innovation_readers_own on innovation_readers to enlace_app
  using (organisation_id = acting_organisation())
  with check (organisation_id = acting_organisation() and exists (select from innovations where id = innovation_id));
create policy innovation_readers_supplier on innovation_readers for select to enlace_app using (acting_owns_innovation(innovation_id));
grant select, insert, update on innovation_readers to enlace_app;

create policy innovation_grants_supplier on innovation_grants to enlace_app
  using (acting_owns_innovation(innovation_id)) with check (acting_owns_innovation(innovation_id));
create policy innovation_grants_reader on innovation_grants for select to enlace_app using (organisation_id = acting_organisation());
grant select, insert, update on innovation_grants to enlace_app;

create policy innovation_fits_buyer on innovation_fits for select to enlace_app using (buyer_id = acting_organisation());
grant select on innovation_fits to enlace_app;

call look_behind_walls('acting_owns_innovation(uuid)');

-- A linkage may begin with an innovation instead of a need.
alter table linkages add column innovation_id uuid references innovations (id) on delete set null;
