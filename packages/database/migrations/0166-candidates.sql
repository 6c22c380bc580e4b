-- Which firms a buyer asks: prescreened from two sides, in clusters of two or three with the same brief, helped to grow.
create table challenge_reviewers (
  need_id uuid primary key references challenge_briefs (need_id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  named_at timestamptz not null default clock_timestamp()
);
create index challenge_reviewers_of on challenge_reviewers (organisation_id);

create table challenge_clusters (
  id uuid primary key,
  need_id uuid not null references challenge_briefs (need_id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  formed_at timestamptz not null default clock_timestamp()
);
create index challenge_clusters_of on challenge_clusters (need_id);

create table challenge_candidates (
  need_id uuid not null references challenge_briefs (need_id) on delete cascade,
  supplier_id uuid not null references organisations (id),
  cluster_id uuid references challenge_clusters (id) on delete set null,
  added_at timestamptz not null default clock_timestamp(),
  primary key (need_id, supplier_id)
);
create index challenge_candidates_of on challenge_candidates (supplier_id);

create table challenge_reviews (
  need_id uuid not null,
  supplier_id uuid not null,
  side text not null check (side in ('buyer', 'outside')),
  speed int not null check (speed between 1 and 5),
  potential int not null check (potential between 1 and 5),
  commitment int not null check (commitment between 1 and 5),
  note text not null default '',
  user_id uuid not null,
  reviewed_at timestamptz not null default clock_timestamp(),
  primary key (need_id, supplier_id, side),
  foreign key (need_id, supplier_id) references challenge_candidates (need_id, supplier_id) on delete cascade
);

create table competence_actions (
  id uuid primary key,
  need_id uuid not null,
  supplier_id uuid not null,
  area text not null,
  text text not null check (length(text) between 1 and 500),
  consultant text not null default '',
  cost_minor bigint not null check (cost_minor >= 0),
  currency char(3) not null,
  buyer_percent int not null check (buyer_percent between 0 and 100),
  added_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  foreign key (need_id, supplier_id) references challenge_candidates (need_id, supplier_id) on delete cascade
);
create index competence_actions_of on competence_actions (need_id, supplier_id);

call guard_tables('challenge_reviewers', 'challenge_clusters', 'challenge_candidates', 'challenge_reviews', 'competence_actions');
do $$
declare t text;
begin
  foreach t in array array['challenge_reviewers', 'challenge_clusters', 'challenge_candidates', 'challenge_reviews', 'competence_actions'] loop
    execute format('create policy %I on %I to enlace_app using (acting_owns_challenge(need_id)) with check (acting_owns_challenge(need_id))', t || '_own', t);
    execute format('grant select, insert, update, delete on %I to enlace_app', t);
  end loop;
end
$$;

create function acting_reviews(need uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select from challenge_reviewers where need_id = need and organisation_id = acting_organisation()) $$;
create function acting_clustered(need uuid) returns uuid
  language sql stable security definer set search_path = public
  as $$ select cluster_id from challenge_candidates where need_id = need and supplier_id = acting_organisation() $$;
create function both_reviewed(need uuid, supplier uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select count(*) = 2 from challenge_reviews where challenge_reviews.need_id = both_reviewed.need and challenge_reviews.supplier_id = both_reviewed.supplier $$;
create function has_outside_reviews(need uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select from challenge_reviews where need_id = need and side = 'outside') $$;
-- Whether a challenge is open to the acting supplier: to all while it has no clusters, then to their firms alone.
create function challenge_admits(need uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select not exists (select from challenge_clusters where need_id = need) or acting_clustered(need) is not null $$;

-- The reviewer sees whom it reviews, a firm its own row once it is in a cluster.
create policy challenge_reviewers_named on challenge_reviewers for select to enlace_app using (organisation_id = acting_organisation());
create policy challenge_candidates_reviewed on challenge_candidates for select to enlace_app using (acting_reviews(need_id));
create policy challenge_candidates_self on challenge_candidates for select to enlace_app
  using (supplier_id = acting_organisation() and cluster_id is not null);
create policy challenge_clusters_self on challenge_clusters for select to enlace_app using (id = acting_clustered(need_id));
create policy competence_actions_self on competence_actions for select to enlace_app using (supplier_id = acting_organisation());
create policy competence_actions_done on competence_actions for update to enlace_app
  using (supplier_id = acting_organisation()) with check (supplier_id = acting_organisation());

-- Two views, blind to each other until both are in, and from then on as they are.
drop policy challenge_reviews_own on challenge_reviews;
create policy challenge_reviews_read on challenge_reviews for select to enlace_app using (
  (acting_owns_challenge(need_id) and (side = 'buyer' or both_reviewed(need_id, supplier_id)))
  or (acting_reviews(need_id) and (side = 'outside' or both_reviewed(need_id, supplier_id))));
create policy challenge_reviews_add on challenge_reviews for insert to enlace_app with check (
  (side = 'buyer' and acting_owns_challenge(need_id)) or (side = 'outside' and acting_reviews(need_id)));
create policy challenge_reviews_change on challenge_reviews for update to enlace_app using (
  not both_reviewed(need_id, supplier_id)
  and ((side = 'buyer' and acting_owns_challenge(need_id)) or (side = 'outside' and acting_reviews(need_id))))
  with check (user_id = acting_user());
revoke delete on challenge_reviews from enlace_app;

create policy needs_reviewed on needs for select to enlace_app using (
  acting_kind() in ('agency', 'expert') and confidentiality = 'invited' and state <> 'draft' and version > 0 and acting_reviews(id));
create policy challenge_briefs_reviewed on challenge_briefs for select to enlace_app using (state = 'approved' and acting_reviews(need_id));

call look_behind_walls('acting_reviews(uuid)',
  'acting_clustered(uuid)',
  'both_reviewed(uuid, uuid)',
  'has_outside_reviews(uuid)',
  'challenge_admits(uuid)');
