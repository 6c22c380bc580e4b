-- The way of a challenge: a brief before the buyer's board, then proposals, stage by stage, under a clock on the buyer.
create table challenge_briefs (
  need_id uuid primary key references needs (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  state text not null default 'draft' check (state in ('draft', 'screening', 'approved', 'refused')),
  -- Rises when a brief is written anew after its board; votes belong to one version.
  version int not null default 1,
  -- Rises with every save.
  revision int not null default 1,
  content jsonb not null,
  quorum int not null default 2 check (quorum between 1 and 15),
  author_id uuid not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  -- When a buyer first read a proposal: what it says afterwards that it knew before is worth nothing.
  first_read_at timestamptz
);

create table challenge_votes (
  need_id uuid not null references challenge_briefs (need_id) on delete cascade,
  version int not null,
  user_id uuid not null,
  organisation_id uuid not null references organisations (id),
  yes boolean not null,
  reason text not null check (length(reason) between 1 and 1000),
  voted_at timestamptz not null default clock_timestamp(),
  primary key (need_id, version, user_id)
);

create table proposals (
  id uuid primary key,
  need_id uuid not null references needs (id),
  supplier_id uuid not null references organisations (id),
  stage text not null default 'screening'
    check (stage in ('screening', 'proposal', 'pilot', 'test-site', 'contract', 'stopped', 'withdrawn')),
  entered_at timestamptz not null default clock_timestamp(),
  -- Of the present stage: since when the buyer has it, and until when it gave itself.
  handed_in_at timestamptz,
  due_at timestamptz,
  -- When it was first handed in; before, its firm alone knows of it.
  submitted_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid,
  unique (need_id, supplier_id),
  check ((handed_in_at is null) = (due_at is null))
);
create index proposals_of_supplier on proposals (supplier_id, created_at desc);

-- What a proposal says. The team reads its rows; everybody else reads by read_proposals alone, which leaves a line each.
create table proposal_contents (
  proposal_id uuid primary key references proposals (id) on delete cascade,
  revision int not null default 1,
  content jsonb not null,
  -- As last handed in: what the buyer reads, with its stamp and time.
  handed jsonb,
  stamp text,
  stamped_at timestamptz
);

create table proposal_team (
  proposal_id uuid not null references proposals (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  part text not null check (part in ('partner', 'coach')),
  invited_at timestamptz not null default clock_timestamp(),
  accepted_at timestamptz,
  primary key (proposal_id, organisation_id)
);
create index proposal_team_of on proposal_team (organisation_id);

create table proposal_steps (
  id uuid primary key,
  proposal_id uuid not null references proposals (id) on delete cascade,
  act text not null check (act in ('hand-in', 'advance', 'stop', 'withdraw')),
  from_stage text not null,
  to_stage text not null,
  by_buyer boolean not null,
  reason text not null default '',
  due_at timestamptz,
  user_id uuid,
  at timestamptz not null default clock_timestamp(),
  check (act <> 'stop' or reason <> '')
);
create index proposal_steps_of on proposal_steps (proposal_id, at);

-- Who read a proposal and how. Rows are added by read_proposals alone, and neither changed nor removed by anybody.
create table proposal_reads (
  id uuid primary key default gen_random_uuid(),
  proposal_id uuid not null references proposals (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  user_id uuid not null,
  role text not null,
  way text not null check (way in ('record', 'list', 'search', 'export')),
  read_at timestamptz not null default clock_timestamp()
);
create index proposal_reads_of on proposal_reads (proposal_id, date_trunc('milliseconds', read_at at time zone 'UTC') desc, id desc);

call guard_tables('challenge_briefs', 'challenge_votes', 'proposals', 'proposal_contents', 'proposal_team', 'proposal_steps', 'proposal_reads');
-- What was read stays read.
revoke update, delete on proposal_reads from enlace_system;

-- Each speaks for enlace_system, so that the policies of these tables do not call each other in a circle.
create function acting_owns_challenge(need uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select from needs where id = need and organisation_id = acting_organisation()) $$;
create function acting_leads(proposal uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select from proposals where id = proposal and supplier_id = acting_organisation()) $$;
create function acting_helps(proposal uuid, wanted text) returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select from proposal_team where proposal_id = proposal and organisation_id = acting_organisation()
    and part = wanted and accepted_at is not null) $$;
create function acting_on_team(proposal uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select acting_leads(proposal) or acting_helps(proposal, 'partner') $$;
create function brief_author(need uuid) returns uuid
  language sql stable security definer set search_path = public
  as $$ select author_id from challenge_briefs where need_id = need $$;

create policy challenge_briefs_own on challenge_briefs to enlace_app
  using (acting_owns_challenge(need_id)) with check (acting_owns_challenge(need_id));
-- The inner select is bound by the policies of needs: who sees a challenge sees the brief that its board approved.
create policy challenge_briefs_seen on challenge_briefs for select to enlace_app
  using (state = 'approved' and exists (select from needs where needs.id = need_id));
grant select, insert, update on challenge_briefs to enlace_app;

create policy challenge_votes_read on challenge_votes for select to enlace_app using (acting_owns_challenge(need_id));
create policy challenge_votes_cast on challenge_votes for insert to enlace_app with check (
  acting_owns_challenge(need_id) and user_id = acting_user() and user_id is distinct from brief_author(need_id));
create policy challenge_votes_change on challenge_votes for update to enlace_app
  using (user_id = acting_user()) with check (user_id = acting_user());
grant select, insert, update on challenge_votes to enlace_app;

create policy proposals_lead on proposals to enlace_app
  using (supplier_id = acting_organisation()) with check (supplier_id = acting_organisation());
create policy proposals_helped on proposals for select to enlace_app using (
  exists (select from proposal_team where proposal_id = id and organisation_id = acting_organisation()));
create policy proposals_handed_in on proposals for select to enlace_app
  using (submitted_at is not null and acting_owns_challenge(need_id));
create policy proposals_decided on proposals for update to enlace_app
  using (submitted_at is not null and acting_owns_challenge(need_id)) with check (acting_owns_challenge(need_id));
grant select, insert, update on proposals to enlace_app;

create policy proposal_contents_team on proposal_contents to enlace_app
  using (acting_on_team(proposal_id)) with check (acting_on_team(proposal_id));
grant select, insert, update on proposal_contents to enlace_app;

create policy proposal_team_own on proposal_team for select to enlace_app
  using (organisation_id = acting_organisation() or acting_on_team(proposal_id));
create policy proposal_team_accept on proposal_team for update to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
create policy proposal_team_invite on proposal_team for insert to enlace_app with check (acting_leads(proposal_id));
create policy proposal_team_leave on proposal_team for delete to enlace_app
  using (acting_leads(proposal_id) or organisation_id = acting_organisation());
grant select, insert, update (accepted_at), delete on proposal_team to enlace_app;

create policy proposal_steps_seen on proposal_steps for select to enlace_app
  using (exists (select from proposals where proposals.id = proposal_id));
create policy proposal_steps_add on proposal_steps for insert to enlace_app
  with check (exists (select from proposals where proposals.id = proposal_id));
grant select, insert on proposal_steps to enlace_app;

create policy proposal_reads_team on proposal_reads for select to enlace_app using (acting_on_team(proposal_id));
grant select on proposal_reads to enlace_app;

-- The one way by which anybody outside its team reads what a proposal says: buyers what was handed in, coaches what is
-- being written. Every row that is answered leaves a line in the same statement.
create function read_proposals(need uuid, one uuid, by_way text, words text)
  returns table (proposal_id uuid, content jsonb, revision int, stamp text, stamped_at timestamptz)
  language sql volatile security definer set search_path = public as $$
  with found as (
    select proposals.id, proposals.need_id, owned, case when owned then held.handed else held.content end as content,
      held.revision, held.stamp, held.stamped_at
    from proposals
      join proposal_contents as held on held.proposal_id = proposals.id
      cross join lateral (select proposals.submitted_at is not null and acting_owns_challenge(proposals.need_id) as owned) as reader
    where (need is null or proposals.need_id = need) and (one is null or proposals.id = one)
      and (owned or acting_helps(proposals.id, 'coach'))
      and (words = '' or strpos(lower((case when owned then held.handed else held.content end)::text), lower(words)) > 0)
  ), held_briefs as (
    -- Held before the time is taken: whoever deposits what it knew meanwhile has done so before this.
    select need_id from challenge_briefs
    where need_id in (select found.need_id from found where owned) and first_read_at is null for update
  ), opened as (
    update challenge_briefs set first_read_at = clock_timestamp() from held_briefs
    where challenge_briefs.need_id = held_briefs.need_id returning challenge_briefs.need_id
  ), noted as (
    insert into proposal_reads (proposal_id, organisation_id, user_id, role, way, read_at)
    select found.id, acting_organisation(), acting_user(), coalesce((
      select role from members where members.user_id = acting_user() and members.organisation_id = acting_organisation()), ''),
      by_way, clock_timestamp()
    from (select count(*) from opened) as before cross join found
  )
  select id, content, revision, stamp, stamped_at from found
$$;

-- How a buyer keeps its own clock on a challenge, for all who see it; a supplier finds no trace of its rivals in it.
create function challenge_clock(need uuid)
  returns table (decided int, in_time int, waiting int, late int, longest_days int)
  language sql stable security definer set search_path = public as $$
  with shown as (
    select id, due_at from proposals where need_id = need and supplier_id <> all ((select acting_walls())::uuid[])
  ), made as (
    select at <= proposal_steps.due_at as in_time from proposal_steps join shown on shown.id = proposal_id
    where by_buyer and proposal_steps.due_at is not null
  )
  select (select count(*)::int from made), (select count(*) filter (where made.in_time)::int from made),
    count(due_at)::int, count(*) filter (where due_at < clock_timestamp())::int,
    coalesce(max(ceil(extract(epoch from clock_timestamp() - due_at) / 86400)) filter (where due_at < clock_timestamp()), 0)::int
  from shown
$$;

call look_behind_walls('acting_owns_challenge(uuid)',
  'acting_leads(uuid)',
  'acting_helps(uuid, text)',
  'acting_on_team(uuid)',
  'brief_author(uuid)',
  'read_proposals(uuid, uuid, text, text)',
  'challenge_clock(uuid)');
