-- A supplier names rivals, and from then on neither sees a trace of the other. Who named whom is the namer's alone.
create function tax_key(tax_id text) returns text language sql immutable parallel safe
  as $$ select upper(regexp_replace(tax_id, '[^0-9A-Za-z]', '', 'g')) $$;

create table rivalries (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  -- A supplier that was picked, or a name or tax number by which one is known as soon as it is here.
  rival_id uuid references organisations (id),
  name_key text check (name_key <> ''),
  tax_key text check (tax_key <> ''),
  -- The name as it was when it was named: what became of the rival since is not told.
  label text not null check (length(label) between 1 and 200),
  named_by uuid,
  named_at timestamptz not null default clock_timestamp(),
  check (num_nonnulls(rival_id, name_key, tax_key) = 1),
  check (rival_id is distinct from organisation_id),
  unique nulls not distinct (organisation_id, rival_id, name_key, tax_key)
);
create index rivalries_by_name on rivalries (name_key) where name_key is not null;
create index rivalries_by_tax on rivalries (tax_key) where tax_key is not null;

-- Whom a rivalry met. It stays when the rival changes its name, and goes with the rivalry.
create table walls (
  rivalry_id uuid not null references rivalries (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  rival_id uuid not null references organisations (id),
  primary key (rivalry_id, rival_id)
);
create index walls_of_namer on walls (organisation_id);
create index walls_of_rival on walls (rival_id);

-- When walls changed last; the worker's copy is compared with it.
create table wall_changes (
  only_row boolean primary key default true check (only_row),
  changed_xid xid8 not null default pg_current_xact_id()
);
insert into wall_changes default values;

call guard_tables('rivalries', 'walls', 'wall_changes');
create policy rivalries_own on rivalries to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
grant select, insert, delete on rivalries to enlace_app;

-- Suppliers that an organisation must find no trace of. A supplier: those it named and those that named it. An agency:
-- those that named rivals and the rivals of its firms, but for the firms it works with. Everybody else sees all.
create function walls_of(organisation uuid) returns uuid[]
  language sql stable parallel safe security definer set search_path = public as $$
  select case kind
    when 'supplier' then array(
      select rival_id from walls where organisation_id = organisation
      union select organisation_id from walls where rival_id = organisation)
    when 'agency' then array(
      (select organisation_id from rivalries
        union select walls.rival_id from agency_firms join walls using (organisation_id) where agency_id = organisation)
      except select organisation_id from agency_firms where agency_id = organisation)
    else '{}'::uuid[]
  end from organisations where id = organisation
$$;
create function acting_walls() returns uuid[] language sql stable parallel safe
  as $$ select case when acting_kind() in ('supplier', 'agency') then coalesce(walls_of(acting_organisation()), '{}') else '{}'::uuid[] end $$;

-- Each looks once a statement, not once a row.
drop policy passports_seen on passports;
create policy passports_seen on passports for select to enlace_app using (
  acting_organisation() is not null and state = 'published' and organisation_id <> all ((select acting_walls())::uuid[]));
drop policy organisations_read on organisations;
create policy organisations_read on organisations for select to enlace_app using (id <> all ((select acting_walls())::uuid[]));

create or replace function need_supply() returns table (need_id uuid, passing int, best double precision)
  language sql stable security definer set search_path = public
  as $$
    select needs.id, count(matches.supplier_id) filter (where matches.score > 0)::int, coalesce(max(matches.score), 0)
    from needs join rankings on rankings.need_id = needs.id
    left join matches on matches.need_id = needs.id and matches.supplier_id <> all ((select acting_walls())::uuid[])
    where acting_kind() = 'agency' and needs.state = 'published' and needs.confidentiality in ('open', 'alias')
      and (needs.content ->> 'answerBy' is null or needs.content ->> 'answerBy' >= to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD'))
    group by needs.id
  $$;

-- A rivalry meets whoever is here already, and whoever comes later under its name or tax number.
create index organisations_by_name on organisations (name_key(name)) where kind = 'supplier';
create index imported_subjects_by_tax on imported_subjects (tax_key(tax_id)) where what = 'suppliers' and tax_id is not null;
create function meet_rivals() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into walls (rivalry_id, organisation_id, rival_id)
  select new.id, new.organisation_id, met.id from (
    select new.rival_id as id where new.rival_id is not null
    union select id from organisations where kind = 'supplier' and name_key(name) = new.name_key
    union select subject_id from imported_subjects where what = 'suppliers' and tax_id is not null and tax_key(tax_id) = new.tax_key
  ) as met where met.id <> new.organisation_id on conflict do nothing;
  return null;
end $$;
create function meet_by_name() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into walls (rivalry_id, organisation_id, rival_id)
  select id, organisation_id, new.id from rivalries where name_key = name_key(new.name) and organisation_id <> new.id
  on conflict do nothing;
  return null;
end $$;
create function meet_by_tax() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into walls (rivalry_id, organisation_id, rival_id)
  select id, organisation_id, new.subject_id from rivalries where tax_key = tax_key(new.tax_id) and organisation_id <> new.subject_id
  on conflict do nothing;
  return null;
end $$;
create function mark_walls() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from touched) then update wall_changes set changed_xid = pg_current_xact_id(); end if;
  return null;
end $$;

grant create on schema public to enlace_system;
alter function walls_of(uuid) owner to enlace_system;
alter function meet_rivals() owner to enlace_system;
alter function meet_by_name() owner to enlace_system;
alter function meet_by_tax() owner to enlace_system;
alter function mark_walls() owner to enlace_system;
revoke create on schema public from enlace_system;
revoke execute on function walls_of(uuid) from public;
grant execute on function walls_of(uuid) to enlace_app, enlace_system, current_user;

create trigger rivalries_meet after insert on rivalries for each row execute function meet_rivals();
create trigger organisations_met after insert or update of name on organisations for each row
  when (new.kind = 'supplier') execute function meet_by_name();
create trigger imported_subjects_met after insert or update of tax_id on imported_subjects for each row
  when (new.what = 'suppliers' and new.tax_id is not null) execute function meet_by_tax();
create trigger walls_come after insert on walls referencing new table as touched for each statement execute function mark_walls();
create trigger walls_go after delete on walls referencing old table as touched for each statement execute function mark_walls();
