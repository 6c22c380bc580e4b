-- What a buyer was shown of a list, as it was then: one row for each version of the need and of the weights, however often
-- it is looked at. What the criteria found is kept, since the match itself is overwritten.
create table match_impressions (
  need_id uuid not null references needs (id) on delete cascade,
  supplier_id uuid not null references organisations (id),
  need_version int not null,
  weights text not null,
  model text not null,
  position int not null,
  barred boolean not null,
  found jsonb not null,
  shown_at timestamptz not null default clock_timestamp(),
  -- When the buyer first looked closer: at all reasons, or at the supplier's page.
  opened_at timestamptz,
  primary key (need_id, supplier_id, need_version, weights)
);

-- Whom a buyer shortlisted or gave the work; its own note until it tells them.
create table match_choices (
  need_id uuid not null references needs (id) on delete cascade,
  supplier_id uuid not null references organisations (id),
  choice text not null check (choice in ('shortlisted', 'awarded')),
  chosen_by uuid,
  chosen_at timestamptz not null default clock_timestamp(),
  primary key (need_id, supplier_id)
);

-- Every version by which lists were or could be ranked. Weights are null where they are those set by hand.
create table model_versions (
  id uuid primary key,
  number int not null unique,
  kind text not null check (kind in ('hand-set', 'calibrated', 'learned')),
  state text not null check (state in ('candidate', 'champion', 'retired')),
  weights jsonb,
  calibration jsonb not null default '[]',
  -- How many labels it was made from, and how well it does; null for what was set by hand.
  labels int not null default 0,
  report jsonb,
  made_at timestamptz not null default clock_timestamp(),
  -- Who asked for it; null where it came of itself.
  made_by uuid,
  -- What stood before it, and comes back when it is rolled back.
  replaced uuid references model_versions (id),
  switched_at timestamptz,
  switched_by uuid
);
create unique index model_versions_champion on model_versions (state) where state = 'champion';
insert into model_versions (id, number, kind, state) values ('00000000-0000-7000-8000-000000000001', 1, 'hand-set', 'champion');

-- When training was last asked for without a person.
create table model_training (single boolean primary key default true check (single), asked_at timestamptz not null default '-infinity');
insert into model_training default values;

call guard_tables('match_impressions', 'match_choices', 'model_versions', 'model_training');
create policy match_impressions_owner on match_impressions to enlace_app
  using (acting_owns_need(need_id)) with check (acting_owns_need(need_id));
grant select, insert, update (opened_at) on match_impressions to enlace_app;
create policy match_choices_owner on match_choices to enlace_app
  using (acting_owns_need(need_id)) with check (acting_owns_need(need_id));
grant select, insert, update, delete on match_choices to enlace_app;
-- What is in force stands on every match anyway; all else is the platform's.
create policy model_versions_champion on model_versions for select to enlace_app
  using (acting_organisation() is not null and state = 'champion');
create policy model_versions_platform on model_versions to enlace_app
  using (acting_kind() = 'platform') with check (acting_kind() = 'platform');
grant select, update (state, replaced, switched_at, switched_by) on model_versions to enlace_app;

-- What can be learned from: of each need about which its buyer decided, what was shown last before, once a supplier.
create function labelled_impressions()
  returns table (need_id uuid, supplier_id uuid, need_version int, weights text, decided_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select distinct on (shown.need_id, shown.supplier_id)
    shown.need_id, shown.supplier_id, shown.need_version, shown.weights, decided.at
  from (select need_id, max(chosen_at) as at from match_choices group by need_id) as decided
  join match_impressions as shown on shown.need_id = decided.need_id and shown.shown_at <= decided.at
  order by shown.need_id, shown.supplier_id, shown.shown_at desc
$$;
-- How much that is, for the platform's people: numbers alone.
create function label_figures() returns table (labels int, shortlisted int, needs int)
  language sql stable security definer set search_path = public as $$
  select count(*)::int, count(match_choices.supplier_id)::int, count(distinct shown.need_id)::int
  from labelled_impressions() as shown left join match_choices using (need_id, supplier_id)
  where acting_kind() = 'platform'
$$;
revoke execute on function labelled_impressions(), label_figures() from public;
grant execute on function labelled_impressions() to enlace_system;
grant execute on function label_figures() to enlace_app;
