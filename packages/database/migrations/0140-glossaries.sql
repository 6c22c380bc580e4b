-- What means the same in an organisation's trade, in its own words: a buyer's lines extend what its needs ask for, a
-- supplier's what its passport is found by. One row an organisation, so that whoever changes it holds all of it.
create table glossaries (
  organisation_id uuid primary key references organisations (id),
  -- In the order they came: [{ id, phrases: [{ language, text }] }].
  lines jsonb not null default '[]' check (jsonb_typeof(lines) = 'array' and jsonb_array_length(lines) <= 200),
  -- Rises with every change; a worker's copy is compared by it.
  revision int not null default 0,
  changed_by uuid,
  changed_at timestamptz not null default clock_timestamp()
);

alter table glossaries enable row level security;
alter table glossaries force row level security;
create policy glossaries_own on glossaries to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
create policy glossaries_system on glossaries to enlace_system using (true) with check (true);
grant select, insert, update on glossaries to enlace_app;
grant select, insert, update, delete on glossaries to enlace_system;

-- The words that a buyer's glossary brought to its need when the list was made: a supplier is placed only by the same.
alter table rankings add column further text not null default '';
