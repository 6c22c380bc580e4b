-- The audit log: entries are the leaves of one Merkle tree (RFC 9162) that only ever grows. Nobody changes it; one function
-- adds to it, and speaks for a role that no process of ours may speak as.
do $$
begin
  if not exists (select from pg_roles where rolname = 'enlace_audit') then
    create role enlace_audit nologin nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of the same cluster was faster
end
$$;
grant usage on schema public to enlace_audit;

-- Which log this is; it stands in every checkpoint, so that none passes for one of another installation.
create table audit_log (
  single boolean primary key default true check (single),
  id uuid not null default gen_random_uuid(),
  began_at timestamptz not null default clock_timestamp()
);
insert into audit_log default values;

create table audit_entries (
  index bigint primary key check (index >= 0),
  at timestamptz not null,
  -- Canonical JSON. The leaf is index, time and this, a line each; all else here is read out of it.
  body text not null,
  act text generated always as (body::jsonb ->> 'act') stored,
  organisation_id uuid generated always as ((body::jsonb ->> 'organisation')::uuid) stored,
  -- Whose bid it is about; a bidder sees what became of its bid.
  bidder_id uuid generated always as ((body::jsonb #>> '{subject,bidderId}')::uuid) stored
);
create index audit_entries_by_organisation on audit_entries (organisation_id, index desc);
create index audit_entries_by_bidder on audit_entries (bidder_id, index desc) where bidder_id is not null;

-- The facts of an entry, which holds their digest; what must be forgotten can be, and every proof still holds.
create table audit_facts (
  index bigint primary key references audit_entries (index),
  salt text not null,
  facts text not null
);

-- The hash of every full subtree: level 0 is the leaves, level n stands for 2^n of them.
create table audit_nodes (
  level int not null,
  position bigint not null,
  hash bytea not null check (length(hash) = 32),
  primary key (level, position)
);

-- Checkpoints that anybody could read.
create table audit_checkpoints (
  size bigint primary key,
  checkpoint text not null,
  signature text not null
);

-- An entry names a person by HMAC(salt, id); when the person goes the salt goes, and the entry names nobody.
create table audit_salts (
  user_id uuid primary key references users (id) on delete cascade,
  salt bytea not null default uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
);
insert into audit_salts (user_id) select id from users;
create function salt_person() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into audit_salts (user_id) values (new.id);
  return null;
end
$$;
create trigger users_salted after insert on users for each row execute function salt_person();

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log only grows' using errcode = 'insufficient_privilege';
end
$$;
do $$
declare t text;
begin
  foreach t in array array['audit_log', 'audit_entries', 'audit_facts', 'audit_nodes', 'audit_checkpoints', 'audit_salts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to enlace_audit using (true) with check (true)', t || '_audit', t);
    execute format('create policy %I on %I to enlace_system using (true) with check (true)', t || '_system', t);
    execute format('grant select on %I to enlace_audit, enlace_system', t);
    -- Facts and salts may be erased, never changed.
    execute format('create trigger %I before update%s or truncate on %I execute function refuse_audit_change()',
      t || '_only_grows', case when t in ('audit_facts', 'audit_salts') then '' else ' or delete' end, t);
  end loop;
end
$$;
grant insert on audit_entries, audit_facts, audit_nodes, audit_salts to enlace_audit;
grant delete on audit_facts, audit_salts to enlace_system;

-- Hashes tell nothing of what they are made from, and whoever holds a receipt may ask for proofs.
create policy audit_log_read on audit_log for select to enlace_app using (true);
create policy audit_nodes_read on audit_nodes for select to enlace_app using (true);
create policy audit_checkpoints_publish on audit_checkpoints to enlace_app using (true) with check (true);
create policy audit_entries_read on audit_entries for select to enlace_app
  using (acting_kind() = 'platform' or organisation_id = acting_organisation() or bidder_id = acting_organisation());
-- Whose entry one sees, its facts one sees; the inner select is bound by the policy of entries.
create policy audit_facts_read on audit_facts for select to enlace_app
  using (exists (select from audit_entries where audit_entries.index = audit_facts.index));
grant select on audit_log, audit_nodes, audit_entries, audit_facts to enlace_app;
grant select, insert on audit_checkpoints to enlace_app;

create function audit_instant(at timestamptz) returns text language sql stable parallel safe
  as $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

-- Adds an entry, and answers with the proof that the tree it makes holds it. Whoever adds waits here for whoever added before,
-- until that transaction ends: so no number is missing and no time runs backwards, and so this comes last in a transaction.
create function append_audit_entry(body text, salt text, facts text)
  returns table (index bigint, at text, origin uuid, root text, proof json)
  language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
declare
  number bigint;
  moment timestamptz;
  tree bytea;
  beside bytea;
  path text[] := '{}';
  height int := 0;
  rest bigint;
  full_so_far boolean := true;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit log', 0));
  select last.index + 1, greatest(clock_timestamp(), last.at) into number, moment from audit_entries as last order by last.index desc limit 1;
  number := coalesce(number, 0);
  moment := coalesce(moment, clock_timestamp());
  tree := sha256('\x00'::bytea || convert_to(number || E'\n' || audit_instant(moment) || E'\n' || append_audit_entry.body, 'UTF8'));
  insert into audit_entries (index, at, body) values (number, moment, append_audit_entry.body);
  insert into audit_facts (index, salt, facts) values (number, append_audit_entry.salt, append_audit_entry.facts);
  insert into audit_nodes (level, position, hash) values (0, number, tree);
  rest := number;
  while rest > 0 loop
    if rest & 1 = 1 then
      select nodes.hash into strict beside from audit_nodes as nodes where nodes.level = height and nodes.position = rest - 1;
      path := path || encode(beside, 'base64');
      tree := sha256('\x01'::bytea || beside || tree);
      if full_so_far then insert into audit_nodes (level, position, hash) values (height + 1, rest >> 1, tree); end if;
    else
      full_so_far := false;
    end if;
    rest := rest >> 1;
    height := height + 1;
  end loop;
  return query select number, audit_instant(moment), audit_log.id, encode(tree, 'base64'), to_json(path) from audit_log;
end
$$;

-- How far the log is: what its newest checkpoint says beside the root.
create function audit_tip() returns table (id uuid, size bigint, at text)
  language sql stable security definer set search_path = public as $$
  select audit_log.id, coalesce(last.index + 1, 0), audit_instant(coalesce(last.at, began_at)) from audit_log
  left join (select index, at from audit_entries order by index desc limit 1) as last on true
$$;

-- The salts of these people, for whoever writes an entry or looks for its own people in one.
create function audit_salts_of(people uuid[]) returns table (user_id uuid, salt text)
  language sql stable security definer set search_path = public
  as $$ select audit_salts.user_id, encode(audit_salts.salt, 'base64') from audit_salts where audit_salts.user_id = any(people) $$;

grant create on schema public to enlace_audit;
alter function salt_person() owner to enlace_audit;
alter function append_audit_entry(text, text, text) owner to enlace_audit;
alter function audit_tip() owner to enlace_audit;
alter function audit_salts_of(uuid[]) owner to enlace_audit;
revoke create on schema public from enlace_audit;
revoke execute on function append_audit_entry(text, text, text), audit_tip(), audit_salts_of(uuid[]) from public;
grant execute on function append_audit_entry(text, text, text), audit_tip(), audit_salts_of(uuid[]) to enlace_app, enlace_system, enlace_identity;
