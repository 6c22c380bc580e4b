create table matches (
  need_id uuid not null references needs (id) on delete cascade,
  supplier_id uuid not null references organisations (id),
  buyer_id uuid not null references organisations (id),
  need_version int not null,
  passport_version int not null,
  -- Best first: score, then the buyer's side of it (a failed gate makes score 0), then the id.
  score double precision not null,
  buyer_score double precision not null,
  rank int not null,
  previous_rank int,
  body jsonb not null,
  ranked_at timestamptz not null default clock_timestamp(),
  primary key (need_id, supplier_id)
);
create index matches_by_need on matches (need_id, rank);
create index matches_by_supplier on matches (supplier_id, score desc, need_id);

-- One row per need: which version its ranking speaks of, and how many suppliers were weighed.
create table rankings (
  need_id uuid primary key references needs (id) on delete cascade,
  need_version int not null,
  considered int not null,
  degraded boolean not null default false,
  ranked_at timestamptz not null default clock_timestamp()
);

create table match_answers (
  need_id uuid not null references needs (id) on delete cascade,
  supplier_id uuid not null references organisations (id),
  buyer_id uuid not null references organisations (id),
  answer text not null check (answer in ('interested', 'not-for-us')),
  reason text not null default '',
  answered_by uuid,
  answered_at timestamptz not null default clock_timestamp(),
  primary key (need_id, supplier_id)
);
create index match_answers_by_supplier on match_answers (supplier_id);

create table match_dismissals (
  need_id uuid not null references needs (id) on delete cascade,
  supplier_id uuid not null references organisations (id),
  reason text not null default '',
  dismissed_at timestamptz not null default clock_timestamp(),
  primary key (need_id, supplier_id)
);

do $$
declare t text;
begin
  foreach t in array array['matches', 'match_answers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select to enlace_app using (buyer_id = acting_organisation() or supplier_id = acting_organisation())', t || '_pair', t);
    execute format('create policy %I on %I to enlace_system using (true) with check (true)', t || '_system', t);
    execute format('grant select, insert, update, delete on %I to enlace_system', t);
  end loop;
end
$$;
grant select on matches to enlace_app;
grant select, insert, update, delete on match_answers to enlace_app;
create policy match_answers_write on match_answers for all to enlace_app
  using (supplier_id = acting_organisation()) with check (supplier_id = acting_organisation());

alter table rankings enable row level security;
alter table rankings force row level security;
create policy rankings_owner on rankings for select to enlace_app using (acting_owns_need(need_id));
create policy rankings_system on rankings to enlace_system using (true) with check (true);
grant select on rankings to enlace_app;
grant select, insert, update, delete on rankings to enlace_system;

alter table match_dismissals enable row level security;
alter table match_dismissals force row level security;
create policy match_dismissals_owner on match_dismissals to enlace_app
  using (acting_owns_need(need_id)) with check (acting_owns_need(need_id));
create policy match_dismissals_system on match_dismissals to enlace_system using (true) with check (true);
grant select, insert, update, delete on match_dismissals to enlace_app, enlace_system;
