-- A name as it is compared: without case, accents, blanks and punctuation.
create function name_key(name text) returns text language sql immutable parallel safe
  as $$ select coalesce(nullif(regexp_replace(regexp_replace(lower(normalize(name, NFKD)), '[\u0300-\u036f]', '', 'g'), '[^[:alnum:]]', '', 'g'), ''), lower(name)) $$;

-- What an agency brought in, row by row from a file.
create table imports (
  id uuid primary key,
  agency_id uuid not null references organisations (id),
  what text not null check (what in ('suppliers', 'needs')),
  state text not null check (state in ('receiving', 'requested', 'running', 'checked', 'finished', 'failed', 'undoing', 'undone')),
  dry_run boolean not null,
  file_name text not null,
  -- Where rows do not say their country.
  country char(2),
  size_bytes bigint not null default 0,
  sha256 text,
  created_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  undone_at timestamptz,
  -- How far the file is read; moved on in the transaction that keeps the rows, so a row counts once.
  rows_done int not null default 0,
  bytes_done bigint not null default 0,
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  kept int not null default 0,
  failed int not null default 0,
  noted int not null default 0,
  undone int not null default 0,
  -- Why the file as a whole could not be read to its end.
  problem text
);
create index imports_by_agency on imports (agency_id, id desc);

-- The file in pieces, so that any worker can read it and go on where another one died.
create table import_parts (
  import_id uuid not null references imports (id) on delete cascade,
  seq int not null,
  bytes bytea not null,
  primary key (import_id, seq)
);

create table import_issues (
  import_id uuid not null references imports (id) on delete cascade,
  row int not null,
  seq int not null,
  severity text not null check (severity in ('fault', 'note', 'kept')),
  path text not null,
  code text not null,
  message text not null,
  primary key (import_id, row, seq)
);

-- What each row became, and at which version of it: what is at another version now was changed by someone since.
create table import_rows (
  import_id uuid not null references imports (id) on delete cascade,
  row int not null,
  subject_id uuid not null,
  action text not null check (action in ('created', 'updated')),
  version int not null,
  revision int not null,
  primary key (import_id, row)
);

-- By what an agency's rows are known again: its own number for the thing, a tax number, else the name in its country.
create table imported_subjects (
  agency_id uuid not null references organisations (id),
  what text not null check (what in ('suppliers', 'needs', 'buyers')),
  subject_id uuid not null,
  external_id text,
  tax_id text,
  country char(2),
  name_key text not null,
  content_hash text not null,
  version int not null,
  revision int not null,
  import_id uuid not null references imports (id) on delete cascade,
  row int not null,
  primary key (agency_id, what, subject_id)
);
create unique index imported_subjects_external on imported_subjects (agency_id, what, external_id) where external_id is not null;
create index imported_subjects_tax on imported_subjects (agency_id, what, tax_id, country) where tax_id is not null;
create index imported_subjects_name on imported_subjects (agency_id, what, name_key, country);

call guard_tables('imports', 'import_parts', 'import_issues', 'import_rows', 'imported_subjects');
-- The inner select is bound by the policy of imports.
do $$
declare t text;
begin
  foreach t in array array['import_parts', 'import_issues'] loop
    execute format('create policy %I on %I to enlace_app using (exists (select from imports where imports.id = import_id)) with check (exists (select from imports where imports.id = import_id))', t || '_own', t);
  end loop;
end
$$;
create policy imports_own on imports to enlace_app using (agency_id = acting_organisation()) with check (agency_id = acting_organisation());
grant select, insert, update, delete on imports to enlace_app;
grant insert on import_parts to enlace_app;
grant select on import_issues to enlace_app;

-- How far a long reaction has come, so that the next delivery goes on from there.
alter table reaction_runs add column cursor text not null default '';
