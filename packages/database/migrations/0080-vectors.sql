-- A model that reads what texts mean; its vectors are of no use beside another's.
create table embedders (
  id text primary key,
  dims int not null check (dims > 0),
  started_at timestamptz not null default clock_timestamp(),
  -- Since when its vectors are used: from the moment every published passport had its own.
  serving_since timestamptz,
  -- Many passports wait for their vectors; once none does, open needs are ranked anew together.
  behind boolean not null default true
);

-- The vectors of what a passport's or a need's version says, in the order of its entries, a byte for each number.
create table passport_vectors (
  organisation_id uuid not null references organisations on delete cascade,
  embedder text not null references embedders on delete cascade,
  version int not null,
  vectors bytea not null,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (embedder, organisation_id)
);
create index passport_vectors_changed on passport_vectors (embedder, changed_xid);
create table need_vectors (
  need_id uuid not null references needs on delete cascade,
  embedder text not null references embedders on delete cascade,
  version int not null,
  vectors bytea not null,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (embedder, need_id)
);
create index need_vectors_changed on need_vectors (embedder, changed_xid);

-- Whether reading has failed of late, and how: one row for the house.
create table embedding_state (
  single boolean primary key default true check (single),
  -- What the worker is set up to use: an embedder's id once it was opened, "none", or null until a worker said so.
  embedder text,
  failure text,
  failing_since timestamptz,
  looked_at timestamptz not null default clock_timestamp()
);

-- Made without the meaning that a model was to add; it is made anew when that is there.
alter table rankings add column partial boolean not null default false;

call guard_tables('embedders', 'passport_vectors', 'need_vectors', 'embedding_state');

-- What an operator watches, as numbers only; nobody reads the rows behind them through this.
create function embedding_figures() returns table (
  embedder text, failure text, failing_since timestamptz, id text, dims int, serving boolean, passports int, needs int,
  published int, open_needs int
)
  language sql stable security definer set search_path = public
  as $$
    select state.embedder, state.failure, state.failing_since, embedders.id, embedders.dims,
      embedders.id = (select last.id from embedders as last where last.serving_since is not null order by last.serving_since desc limit 1),
      (select count(*)::int from passport_vectors as held join passports using (organisation_id)
        where held.embedder = embedders.id and passports.state = 'published' and held.version = passports.version),
      (select count(*)::int from need_vectors as held join needs on needs.id = held.need_id
        where held.embedder = embedders.id and needs.state = 'published' and held.version = needs.version),
      (select count(*)::int from passports where state = 'published'),
      (select count(*)::int from needs where state = 'published')
    from (select 1) as always left join embedding_state as state on true left join embedders on true
    order by embedders.started_at
  $$;
revoke execute on function embedding_figures() from public;
grant execute on function embedding_figures() to enlace_app, enlace_system;
