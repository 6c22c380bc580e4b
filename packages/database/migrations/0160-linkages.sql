-- A buyer and a supplier that said yes to each other, or of which one asks the other, and how far they have come.
create table linkages (
  id uuid primary key,
  buyer_id uuid not null references organisations (id),
  supplier_id uuid not null references organisations (id),
  need_id uuid references needs (id) on delete set null,
  -- Its need did not name the buyer, so the supplier learns who it is when the buyer shares its contact data.
  buyer_hidden boolean not null default false,
  stage text not null check (stage in ('requested', 'match', 'conversation', 'sample', 'rfq', 'offer', 'contract', 'repeat', 'stopped')),
  since timestamptz not null default clock_timestamp(),
  started_at timestamptz not null default clock_timestamp(),
  -- The follow-up clock: which round is asked next, and when; null once it has run down.
  clock_round int not null default 0,
  clock_due_at timestamptz,
  check (buyer_id <> supplier_id)
);
create unique index linkages_live on linkages (buyer_id, supplier_id) where stage <> 'stopped';
create index linkages_of_buyer on linkages (buyer_id, since desc, id desc);
create index linkages_of_supplier on linkages (supplier_id, since desc, id desc);
create index linkages_of_need on linkages (need_id, supplier_id);
create index linkages_clock on linkages (clock_due_at) where clock_due_at is not null;

-- Its history, which both sides read alike and nobody rewrites. The last line says what is proposed or can be undone.
create table linkage_moves (
  linkage_id uuid not null references linkages (id) on delete cascade,
  seq int not null,
  kind text not null check (kind in ('started', 'proposed', 'stepped', 'declined', 'undone')),
  from_stage text not null,
  to_stage text not null,
  -- Null where it began by itself.
  organisation_id uuid references organisations (id),
  moved_by uuid,
  reason text not null default '' check (length(reason) <= 500),
  moved_at timestamptz not null default clock_timestamp(),
  primary key (linkage_id, seq)
);

-- A supplier shows an agency that looks after it the stages and values of its linkages.
create table linkage_disclosures (
  organisation_id uuid not null references organisations (id),
  agency_id uuid not null references organisations (id),
  since timestamptz not null default clock_timestamp(),
  primary key (organisation_id, agency_id)
);

-- Whether who acts is one of the two sides; the policies of all that belongs to a linkage ask it.
create function acting_linked(linkage uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select from linkages where id = linkage and acting_organisation() in (buyer_id, supplier_id)) $$;
-- Whether who acts is an agency that still looks after the firm and may see its linkages.
create function acting_shown_linkages_of(firm uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select from linkage_disclosures join agency_firms using (agency_id, organisation_id)
    where agency_id = acting_organisation() and organisation_id = firm and firm <> all (acting_walls())) $$;
create function acting_shown_linkage(linkage uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select from linkages where id = linkage and stage <> 'requested' and acting_shown_linkages_of(supplier_id)) $$;

call guard_tables('linkages', 'linkage_moves', 'linkage_disclosures');
create policy linkages_pair on linkages to enlace_app
  using (acting_organisation() in (buyer_id, supplier_id)) with check (acting_organisation() in (buyer_id, supplier_id));
create policy linkages_agency on linkages for select to enlace_app
  using (acting_kind() = 'agency' and stage <> 'requested' and acting_shown_linkages_of(supplier_id));
grant select, insert, update (stage, since, clock_round, clock_due_at, buyer_hidden) on linkages to enlace_app;

create policy linkage_moves_pair on linkage_moves for select to enlace_app using (acting_linked(linkage_id));
create policy linkage_moves_write on linkage_moves for insert to enlace_app
  with check (organisation_id = acting_organisation() and acting_linked(linkage_id));
grant select, insert on linkage_moves to enlace_app;

create policy linkage_disclosures_own on linkage_disclosures to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
grant select, insert, delete on linkage_disclosures to enlace_app;

call look_behind_walls('acting_linked(uuid)',
  'acting_shown_linkages_of(uuid)',
  'acting_shown_linkage(uuid)');
