-- For which grounds an organisation that buys deals with no supplier; its needs and calls take them over as they stand.
alter table organisations add column exclusion_grounds text[] not null
  default '{labour,weapons,radioactive,gambling,pornography,sanctions}'
  check (exclusion_grounds <@ '{labour,weapons,radioactive,gambling,pornography,sanctions}');

-- What is said of a supplier about such a ground: its own declaration, and what others found out. One word a speaker; the
-- audit log keeps those before it.
create table exclusion_statements (
  supplier_id uuid not null references organisations (id),
  ground text not null check (ground in ('labour', 'weapons', 'radioactive', 'gambling', 'pornography', 'sanctions')),
  by_id uuid not null references organisations (id),
  says text not null check (says in ('none', 'yes')),
  said_by uuid,
  said_at timestamptz not null default clock_timestamp(),
  -- When another looked, where, and of sanctions in which list.
  looked_on date not null,
  source text not null default '',
  list text not null default '',
  file_id uuid references files (id),
  answer text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  primary key (supplier_id, ground, by_id),
  check (supplier_id = by_id or source <> ''),
  check (supplier_id = by_id or ground <> 'sanctions' or list <> '')
);
create index exclusion_statements_file on exclusion_statements (file_id) where file_id is not null;
create index exclusion_statements_by on exclusion_statements (by_id);

call guard_tables('exclusion_statements');
-- For the supplier itself, for those who buy, and for those who look after the market; no other supplier's business.
create policy exclusion_statements_seen on exclusion_statements for select to enlace_app
  using (supplier_id = acting_organisation() or acting_kind() in ('buyer', 'agency', 'platform'));
create policy exclusion_statements_say on exclusion_statements for insert to enlace_app
  with check (by_id = acting_organisation()
    and (supplier_id = acting_organisation() or acting_agency_of(supplier_id) or acting_kind() = 'platform'));
create policy exclusion_statements_say_again on exclusion_statements for update to enlace_app
  using (by_id = acting_organisation()) with check (by_id = acting_organisation()
    and (supplier_id = acting_organisation() or acting_agency_of(supplier_id) or acting_kind() = 'platform'));
create policy exclusion_statements_take_back on exclusion_statements for delete to enlace_app using (by_id = acting_organisation());
create policy exclusion_statements_answer on exclusion_statements for update to enlace_app
  using (supplier_id = acting_organisation()) with check (supplier_id = acting_organisation());
grant select, insert, update, delete on exclusion_statements to enlace_app;

-- A supplier answers and nothing else; who spoke changes his word and not the answer.
create function keep_others_words() returns trigger language plpgsql as $$
begin
  if old.by_id = old.supplier_id then return new; end if;
  if old.supplier_id = acting_organisation()
    and (new.says, new.source, new.list, new.looked_on, new.said_at, new.said_by, new.file_id) is distinct from
      (old.says, old.source, old.list, old.looked_on, old.said_at, old.said_by, old.file_id) then
    raise exception 'what another said of a supplier is not for it to change' using errcode = 'insufficient_privilege';
  end if;
  if old.by_id = acting_organisation() and new.answer not in (old.answer, '') then
    raise exception 'what a supplier answers is not for others to change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger exclusion_statements_words before update on exclusion_statements
  for each row execute function keep_others_words();

-- By name, for those who may read the statement at all.
create function exclusion_person(supplier uuid, which text, speaker uuid) returns text
  language sql stable security definer set search_path = public as $$
  select users.name from exclusion_statements join users on users.id = said_by
  where supplier_id = supplier and ground = which and by_id = speaker
    and (supplier_id = acting_organisation() or acting_kind() in ('buyer', 'agency', 'platform'))
$$;
-- The copies that workers keep take what was said with them.
create function touch_passport(supplier uuid) returns void language sql security definer set search_path = public
  as $$ update passports set changed_xid = pg_current_xact_id() where organisation_id = supplier $$;
call look_behind_walls('exclusion_person(uuid, text, uuid)', 'touch_passport(uuid)');

create policy files_of_exclusions on files for select to enlace_app
  using (exists (select from exclusion_statements where exclusion_statements.file_id = files.id));
