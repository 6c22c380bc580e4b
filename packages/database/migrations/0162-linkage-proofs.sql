-- What a side stated, line after line; of each side, kind, year and call the last one holds.
create table linkage_values (
  linkage_id uuid not null references linkages (id) on delete cascade,
  seq int not null,
  organisation_id uuid not null references organisations (id),
  what text not null check (what in ('potential', 'contract', 'spend')),
  year int check ((what = 'spend') = (year is not null)),
  -- The call that the agreed value came by; null for what was agreed without one.
  call_id uuid references calls (id) check (call_id is null or what = 'contract'),
  amount_minor bigint not null check (amount_minor >= 0),
  currency char(3) not null,
  stated_by uuid,
  stated_at timestamptz not null default clock_timestamp(),
  primary key (linkage_id, seq)
);

create table linkage_samples (
  id uuid primary key,
  linkage_id uuid not null references linkages (id) on delete cascade,
  what text not null check (length(what) between 1 and 300),
  organisation_id uuid not null references organisations (id),
  asked_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  verdict text check (verdict in ('accepted', 'with-remarks', 'rejected')),
  verdict_reason text not null default '' check (length(verdict_reason) <= 1000),
  judged_at timestamptz,
  judged_by uuid,
  check ((verdict is null) = (judged_at is null))
);
create index linkage_samples_of on linkage_samples (linkage_id, asked_at);

create table linkage_terms (
  id uuid primary key,
  linkage_id uuid not null references linkages (id) on delete cascade,
  kind text not null check (kind in ('exclusivity', 'non-compete')),
  scope text not null check (length(scope) between 1 and 500),
  ends_on date not null,
  organisation_id uuid not null references organisations (id),
  proposed_at timestamptz not null default clock_timestamp(),
  agreed_at timestamptz,
  agreed_by uuid,
  withdrawn_at timestamptz,
  reminded_at timestamptz,
  check (agreed_at is null or withdrawn_at is null)
);
create index linkage_terms_of on linkage_terms (linkage_id, proposed_at);
create index linkage_terms_ending on linkage_terms (ends_on) where agreed_at is not null and reminded_at is null;

call guard_tables('linkage_values', 'linkage_samples', 'linkage_terms');
do $$
declare t text;
begin
  foreach t in array array['linkage_values', 'linkage_samples', 'linkage_terms'] loop
    execute format('create policy %I on %I for select to enlace_app using (acting_linked(linkage_id))', t || '_pair', t);
    execute format('create policy %I on %I for insert to enlace_app with check (organisation_id = acting_organisation() and acting_linked(linkage_id))', t || '_write', t);
    execute format('grant select, insert on %I to enlace_app', t);
  end loop;
end
$$;
create policy linkage_values_agency on linkage_values for select to enlace_app
  using (acting_kind() = 'agency' and acting_shown_linkage(linkage_id));

create policy linkage_samples_change on linkage_samples for update to enlace_app
  using (acting_linked(linkage_id)) with check (acting_linked(linkage_id));
grant update (sent_at, verdict, verdict_reason, judged_at, judged_by) on linkage_samples to enlace_app;
create policy linkage_terms_change on linkage_terms for update to enlace_app
  using (acting_linked(linkage_id)) with check (acting_linked(linkage_id));
grant update (agreed_at, agreed_by, withdrawn_at) on linkage_terms to enlace_app;
