-- The search index copies rows; changed_xid tells it which. These two triggers keep that true for whoever writes.
create function mark_changed() returns trigger language plpgsql as $$
begin
  new.changed_xid := pg_current_xact_id();
  return new;
end $$;
create trigger needs_changed_xid before update on needs for each row
  when (old.state is distinct from new.state or old.version is distinct from new.version) execute function mark_changed();
create trigger passports_changed_xid before update on passports for each row
  when (old.state is distinct from new.state or old.version is distinct from new.version) execute function mark_changed();

-- A document carries the name of its organisation.
create function mark_renamed() returns trigger language plpgsql as $$
begin
  update passports set changed_xid = pg_current_xact_id() where organisation_id = new.id and version > 0;
  update needs set changed_xid = pg_current_xact_id() where organisation_id = new.id and version > 0;
  return null;
end $$;
create trigger organisations_renamed after update of name on organisations for each row
  when (old.name is distinct from new.name) execute function mark_renamed();

-- All that was committed below changed_xid is in the index; what changed since may be stale there.
create table search_watermarks (
  name text primary key check (name in ('suppliers', 'needs')),
  changed_xid xid8 not null,
  indexed_at timestamptz not null default clock_timestamp()
);
grant select, insert, update on search_watermarks to enlace_system;
grant select on search_watermarks to enlace_app;
