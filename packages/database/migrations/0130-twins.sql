-- Two suppliers that an agency has looked at and that are not the same firm, whatever they look like.
create table twin_denials (
  agency_id uuid not null references organisations (id),
  one_id uuid not null references organisations (id),
  other_id uuid not null references organisations (id),
  denied_by uuid,
  denied_at timestamptz not null default clock_timestamp(),
  primary key (agency_id, one_id, other_id),
  check (one_id < other_id)
);

-- Suppliers that an agency joined into one. `before` is every row of both as it was, and what an undo puts back;
-- `after` is what an undo must find unchanged.
create table supplier_merges (
  id uuid primary key,
  agency_id uuid not null references organisations (id),
  survivor_id uuid not null references organisations (id),
  absorbed_id uuid not null references organisations (id),
  merged_by uuid,
  merged_at timestamptz not null default clock_timestamp(),
  undone_at timestamptz,
  before json not null,
  after text not null,
  check (survivor_id <> absorbed_id)
);
create unique index supplier_merges_absorbed on supplier_merges (absorbed_id) where undone_at is null;
create index supplier_merges_by_agency on supplier_merges (agency_id, id desc);

call guard_tables('twin_denials', 'supplier_merges');
create policy twin_denials_own on twin_denials to enlace_app
  using (agency_id = acting_organisation())
  with check (agency_id = acting_organisation() and acting_agency_of(one_id) and acting_agency_of(other_id));
grant select, insert, update (denied_at) on twin_denials to enlace_app;

-- Where a supplier went is known to its agency, to the one it became, and to buyers in whose lists that one stands.
-- What the rows were is nobody's to read.
create policy supplier_merges_seen on supplier_merges for select to enlace_app using (
  agency_id = acting_organisation() or survivor_id = acting_organisation()
  or exists (select from matches where matches.supplier_id = survivor_id and matches.buyer_id = acting_organisation())
);
grant select (id, agency_id, survivor_id, absorbed_id, merged_at, undone_at) on supplier_merges to enlace_app;

-- Every row of these suppliers, table by table, in one order; those that follow from others only where asked for.
create function supplier_rows(firms uuid[], derived boolean) returns json
  language sql stable set search_path = public as $$
  select json_build_object(
    'passports', (select json_agg(row_to_json(held) order by held.organisation_id) from (
      select id, organisation_id, state, version, content, published, import_id, revision, created_at, updated_at, published_at
      from passports where organisation_id = any(firms)) as held),
    'passport_versions', (select json_agg(row_to_json(held) order by held.organisation_id, held.version) from passport_versions as held where held.organisation_id = any(firms)),
    'files', (select json_agg(row_to_json(held) order by held.id) from files as held where held.organisation_id = any(firms)),
    'passport_files', (select json_agg(row_to_json(held) order by held.file_id, held.version) from passport_files as held where held.organisation_id = any(firms)),
    'agency_firms', (select json_agg(row_to_json(held) order by held.agency_id, held.organisation_id) from agency_firms as held where held.organisation_id = any(firms)),
    'match_answers', (select json_agg(row_to_json(held) order by held.need_id, held.supplier_id) from match_answers as held where held.supplier_id = any(firms)),
    'match_dismissals', (select json_agg(row_to_json(held) order by held.need_id, held.supplier_id) from match_dismissals as held where held.supplier_id = any(firms)),
    'need_invitations', (select json_agg(row_to_json(held) order by held.need_id, held.supplier_id) from need_invitations as held where held.supplier_id = any(firms)),
    'matches', case when derived then (select json_agg(row_to_json(held) order by held.need_id, held.supplier_id) from matches as held where held.supplier_id = any(firms)) end,
    'search_findings', case when derived then (select json_agg(row_to_json(held) order by held.saved_search_id, held.thing_id) from search_findings as held where held.thing_id = any(firms)) end
  ) $$;

-- Joins `absorbed` into `survivor`, who then says `merged`; answers with the survivor's new version, or with why not.
-- An agency sees neither the answers nor the invitations of its firms, so this speaks for enlace_system, about firms in its care alone.
create function merge_suppliers(merge uuid, survivor uuid, absorbed uuid, merged jsonb, person uuid) returns table (refusal text, version int)
  language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
declare
  was json;
  next_version int;
  held text;
begin
  perform from passports where organisation_id in (survivor, absorbed) order by organisation_id for update;
  if not (acting_agency_of(survivor) and acting_agency_of(absorbed)) then return query select 'absent', null::int; return; end if;
  if exists (select from members where organisation_id in (survivor, absorbed)) then return query select 'joined', null::int; return; end if;
  if exists (select from agency_firms where organisation_id = absorbed and agency_id <> acting_organisation()) then return query select 'shared', null::int; return; end if;
  if exists (select from supplier_merges where absorbed_id in (survivor, absorbed) and undone_at is null) then return query select 'merged', null::int; return; end if;
  was := supplier_rows(array[survivor, absorbed], true);

  delete from passport_files where organisation_id = absorbed;
  update files set organisation_id = survivor where organisation_id = absorbed;
  foreach held in array array['match_answers', 'match_dismissals', 'need_invitations', 'matches'] loop
    execute format('update %1$I as moved set supplier_id = $1 where supplier_id = $2
      and not exists (select from %1$I as there where there.need_id = moved.need_id and there.supplier_id = $1)', held) using survivor, absorbed;
    execute format('delete from %I where supplier_id = $1', held) using absorbed;
  end loop;
  update search_findings as moved set thing_id = survivor where thing_id = absorbed
    and not exists (select from search_findings as there where there.saved_search_id = moved.saved_search_id and there.thing_id = survivor);
  delete from search_findings where thing_id = absorbed;
  update passports set state = 'withdrawn', updated_at = clock_timestamp(), changed_xid = pg_current_xact_id() where organisation_id = absorbed;
  delete from agency_firms where organisation_id = absorbed and agency_id = acting_organisation();
  update passports set content = merged, published = merged, state = 'published', version = passports.version + 1, revision = revision + 1,
    published_at = clock_timestamp(), updated_at = clock_timestamp(), changed_xid = pg_current_xact_id()
    where organisation_id = survivor returning passports.version into next_version;
  insert into passport_versions (organisation_id, version, content, published_by) values (survivor, next_version, merged, person);
  insert into passport_files (file_id, organisation_id, version)
    select files.id, survivor, given.version
    from jsonb_array_elements(merged -> 'certificates') as paper
    join files on files.id = (paper ->> 'fileId')::uuid and files.organisation_id = survivor
    cross join (values (0), (next_version)) as given (version)
    on conflict do nothing;

  insert into supplier_merges (id, agency_id, survivor_id, absorbed_id, merged_by, before, after)
    values (merge, acting_organisation(), survivor, absorbed, person, was, supplier_rows(array[survivor, absorbed], false)::text);
  return query select null::text, next_version;
end $$;

-- The rows of one table in what supplier_rows answered; none is an empty list.
create function rows_of(held json, table_name text) returns json language sql immutable parallel safe
  as $$ select case when json_typeof(held -> table_name) = 'array' then held -> table_name else '[]'::json end $$;

-- Puts both suppliers back as they were; answers with why not where that would lose something.
create function unmerge_suppliers(merge uuid, days int) returns table (refusal text, survivor_id uuid, absorbed_id uuid)
  language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
declare
  done supplier_merges;
  firms uuid[];
  held text;
begin
  select * into done from supplier_merges where id = merge and agency_id = acting_organisation() for update;
  if done.id is null then return query select 'absent', null::uuid, null::uuid; return; end if;
  firms := array[done.survivor_id, done.absorbed_id];
  perform from passports where organisation_id = any(firms) order by organisation_id for update;
  if done.undone_at is not null then return query select 'undone', done.survivor_id, done.absorbed_id; return; end if;
  if done.merged_at < clock_timestamp() - make_interval(days => days) then return query select 'late', done.survivor_id, done.absorbed_id; return; end if;
  if exists (select from members where organisation_id = any(firms)) or supplier_rows(firms, false)::text <> done.after then
    return query select 'changed', done.survivor_id, done.absorbed_id; return;
  end if;
  delete from passport_files where organisation_id = any(firms);
  update files set organisation_id = known.organisation_id
    from json_populate_recordset(null::files, rows_of(done.before, 'files')) as known where files.id = known.id;
  foreach held in array array['match_answers', 'match_dismissals', 'need_invitations', 'matches'] loop
    execute format('delete from %I where supplier_id = any($1)', held) using firms;
    execute format('insert into %1$I select known.* from json_populate_recordset(null::%1$I, $1) as known
      join needs on needs.id = known.need_id', held) using rows_of(done.before, held);
  end loop;
  delete from search_findings where thing_id = any(firms);
  insert into search_findings select known.* from json_populate_recordset(null::search_findings, rows_of(done.before, 'search_findings')) as known
    join saved_searches on saved_searches.id = known.saved_search_id;
  delete from agency_firms where organisation_id = any(firms);
  insert into agency_firms select * from json_populate_recordset(null::agency_firms, rows_of(done.before, 'agency_firms'));
  delete from passport_versions where organisation_id = any(firms);
  insert into passport_versions select * from json_populate_recordset(null::passport_versions, rows_of(done.before, 'passport_versions'));
  update passports set state = known.state, version = known.version, content = known.content, published = known.published, import_id = known.import_id,
    revision = known.revision, updated_at = known.updated_at, published_at = known.published_at, changed_xid = pg_current_xact_id()
    from json_populate_recordset(null::passports, rows_of(done.before, 'passports')) as known where passports.id = known.id;
  insert into passport_files select * from json_populate_recordset(null::passport_files, rows_of(done.before, 'passport_files'));
  update supplier_merges set undone_at = clock_timestamp() where id = merge;
  return query select null::text, done.survivor_id, done.absorbed_id;
end $$;

grant create on schema public to enlace_system;
alter function merge_suppliers(uuid, uuid, uuid, jsonb, uuid) owner to enlace_system;
alter function unmerge_suppliers(uuid, int) owner to enlace_system;
revoke create on schema public from enlace_system;
revoke execute on function supplier_rows(uuid[], boolean), merge_suppliers(uuid, uuid, uuid, jsonb, uuid), unmerge_suppliers(uuid, int) from public;
grant execute on function merge_suppliers(uuid, uuid, uuid, jsonb, uuid), unmerge_suppliers(uuid, int) to enlace_app;
grant execute on function supplier_rows(uuid[], boolean) to enlace_system;

-- An agency sees the tax numbers under which it brought its firms in.
create policy imported_subjects_own on imported_subjects for select to enlace_app using (agency_id = acting_organisation());
grant select (agency_id, what, subject_id, tax_id) on imported_subjects to enlace_app;
-- A merge moves invitations.
grant update on need_invitations to enlace_system;
