-- What each published passport says, entry by entry as a hash, and since when: who said a thing first is told by it.
create table passport_prints (
  print bytea not null,
  organisation_id uuid not null references organisations (id),
  since timestamptz not null default clock_timestamp(),
  primary key (print, organisation_id)
);
create index passport_prints_of on passport_prints (organisation_id);

-- Signs that a passport was written to be found rather than read, for the platform to look at. The entries in `copied`
-- another firm published first; they count for nothing in matching.
create table passport_signs (
  organisation_id uuid primary key references organisations (id),
  version int not null,
  words int not null,
  longest int not null,
  -- Shares, 0..1: of words said again, and of entries that others say word for word.
  repeated real not null,
  shared real not null,
  stuffed boolean not null,
  copied uuid[] not null default '{}',
  copied_from uuid,
  noted_at timestamptz not null default clock_timestamp()
);
create index passport_signs_worst on passport_signs (greatest(shared, repeated) desc, organisation_id);

call guard_tables('passport_prints', 'passport_signs');
create policy passport_signs_platform on passport_signs for select to enlace_app using (acting_kind() = 'platform');
grant select on passport_signs to enlace_app;
