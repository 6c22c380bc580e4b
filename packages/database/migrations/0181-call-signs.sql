-- What in a buyer's past calls asks for a second look: found by the worker, looked into by people, never a decision.
create table call_signs (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id),
  kind text not null check (kind in ('alike-prices', 'same-text', 'shared-people', 'same-winner', 'rotation', 'single-bidder', 'short-time',
    'criteria-changed', 'not-the-best', 'favoured', 'lone-score', 'below-threshold')),
  -- The same whenever the same is found again.
  key text not null,
  call_ids uuid[] not null,
  bidder_ids uuid[] not null,
  detail jsonb not null,
  found_at timestamptz not null default clock_timestamp(),
  -- When it last rested on other calls; a look from before that was at less.
  changed_at timestamptz not null default clock_timestamp(),
  explanation text not null default '',
  explained_by uuid,
  explained_at timestamptz,
  check (num_nonnulls(explained_by, explained_at) in (0, 2)),
  unique (organisation_id, kind, key)
);
create index call_signs_newest on call_signs (changed_at desc, id desc);

-- An auditor of the acting organisation; its owners may be what a sign is about.
create function acting_audits() returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select from members where user_id = acting_user() and organisation_id = acting_organisation() and role = 'auditor') $$;
-- By name, for those who read the sign.
create function sign_explainer(sign uuid) returns text language sql stable security definer set search_path = public
  as $$ select users.name from call_signs join users on users.id = explained_by where call_signs.id = sign
    and (acting_kind() = 'platform' or (call_signs.organisation_id = acting_organisation() and acting_audits())) $$;
-- The calls of a sign by name; one that audits sits in none of them.
create function sign_calls(sign uuid) returns jsonb language sql stable security definer set search_path = public
  as $$ select coalesce(jsonb_agg(jsonb_build_object('id', calls.id, 'title', calls.title) order by calls.published_at, calls.id), '[]')
    from call_signs join calls on calls.id = any (call_ids) where call_signs.id = sign
    and (acting_kind() = 'platform' or (call_signs.organisation_id = acting_organisation() and acting_audits())) $$;

call guard_tables('call_signs');
create policy call_signs_read on call_signs for select to enlace_app
  using (acting_kind() = 'platform' or (organisation_id = acting_organisation() and acting_audits()));
create policy call_signs_explain on call_signs for update to enlace_app
  using (acting_kind() = 'platform' or (organisation_id = acting_organisation() and acting_audits()))
  with check (acting_kind() = 'platform' or (organisation_id = acting_organisation() and acting_audits()));
grant select, update (explanation, explained_by, explained_at) on call_signs to enlace_app;
call look_behind_walls('acting_audits()', 'sign_explainer(uuid)', 'sign_calls(uuid)');
