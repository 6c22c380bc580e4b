-- Codes of the official lists, loaded by a command; the product works without them on the names it ships.
create table categories (
  scheme text not null check (scheme in ('CPV', 'NACE', 'HS', 'NAICS')),
  code text not null,
  parent text,
  level smallint not null check (level between 1 and 9),
  -- Labels by ISO 639-1 language, as the list tells them.
  labels jsonb not null,
  -- The file and what it holds, such as "cpv.json.gz sha256:1a2b…".
  source text not null,
  -- The labels without accents, for people's search.
  words tsvector not null,
  primary key (scheme, code),
  foreign key (scheme, parent) references categories (scheme, code) deferrable initially deferred
);
create index categories_words on categories using gin (words);
create index categories_below on categories (scheme, parent);

alter table categories enable row level security;
alter table categories force row level security;
create policy categories_read on categories for select to enlace_app using (true);
create policy categories_system on categories to enlace_system using (true) with check (true);
grant select on categories to enlace_app;
grant select, insert, update, delete on categories to enlace_system;
