-- How much each criterion counts for one need, as its buyer said; every version is kept, so that a match can be explained.
create table need_weights (
  need_id uuid not null references needs (id) on delete cascade,
  version int not null,
  weights jsonb not null,
  set_by uuid,
  set_at timestamptz not null default clock_timestamp(),
  primary key (need_id, version)
);
-- The version in force; it rises with each change, also back to the profile, for which there is no row.
alter table needs add column weights_version int not null default 0;
-- The version of the weights by which a list was made; null where it was made before this was kept.
alter table rankings add column weights text;

alter table need_weights enable row level security;
alter table need_weights force row level security;
create policy need_weights_owner on need_weights to enlace_app
  using (acting_owns_need(need_id)) with check (acting_owns_need(need_id));
create policy need_weights_system on need_weights to enlace_system using (true) with check (true);
grant select, insert on need_weights to enlace_app;
grant select, insert, delete on need_weights to enlace_system;
