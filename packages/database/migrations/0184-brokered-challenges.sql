-- A challenge of an agency is one for several buyers: whom it asked, how each takes part, and what each says of a proposal.
-- The buyers compete with each other, so none reads another's part or answer, and the agency only what it is shown.
create table challenge_buyers (
  need_id uuid not null references needs (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  state text not null default 'asked' check (state in ('asked', 'joined', 'declined', 'left')),
  -- Whether suppliers and the other buyers may learn who it is.
  named boolean not null default false,
  -- Whether the agency may read its part.
  shares boolean not null default false,
  -- Its number among those that joined: what it goes by where it is not named.
  number int,
  reason text not null default '' check (length(reason) <= 1000),
  asked_at timestamptz not null default clock_timestamp(),
  answered_at timestamptz,
  primary key (need_id, organisation_id),
  unique (need_id, number),
  check ((state in ('joined', 'left')) = (number is not null)),
  check (not named or state = 'joined'),
  check (state <> 'left' or reason <> '')
);
create index challenge_buyers_of on challenge_buyers (organisation_id);

-- Its own baseline and benefit, and what it brings: sites, and the budget that it pledges.
create table challenge_parts (
  need_id uuid not null,
  organisation_id uuid not null,
  part jsonb not null,
  primary key (need_id, organisation_id),
  foreign key (need_id, organisation_id) references challenge_buyers (need_id, organisation_id) on delete cascade
);

create table proposal_answers (
  proposal_id uuid not null references proposals (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  answer text not null check (answer in ('interested', 'not-for-us')),
  reason text not null default '' check (length(reason) <= 1000),
  due_at timestamptz,
  answered_by uuid not null,
  answered_at timestamptz not null default clock_timestamp(),
  primary key (proposal_id, organisation_id),
  check (answer <> 'not-for-us' or reason <> '')
);

call guard_tables('challenge_buyers', 'challenge_parts', 'proposal_answers');

-- Each speaks for enlace_system, so that the policies of these tables do not call each other in a circle.
create function acting_buyer_state(need uuid) returns text
  language sql stable security definer set search_path = public
  as $$ select state from challenge_buyers where need_id = need and organisation_id = acting_organisation() $$;
-- The agency that opened a challenge for several buyers; null where it is one buyer's own.
create function challenge_broker(need uuid) returns uuid
  language sql stable security definer set search_path = public
  as $$ select organisation_id from needs join organisations on organisations.id = organisation_id where needs.id = need and organisations.kind = 'agency' $$;
create function acting_reads_challenge(need uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select acting_owns_challenge(need) or coalesce(acting_buyer_state(need) = 'joined', false) $$;
create function acting_broker_is_shown(need uuid, buyer uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select acting_owns_challenge(need)
    and exists (select from challenge_buyers where need_id = need and organisation_id = buyer and shares) $$;
create function acting_answers_proposal(proposal uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select from proposals where id = proposal and submitted_at is not null and acting_buyer_state(need_id) = 'joined') $$;
-- What a firm may know of a buyer that read or answered: its number, and whether it may be named.
create function buyer_number(need uuid, buyer uuid) returns int
  language sql stable security definer set search_path = public
  as $$ select number from challenge_buyers where need_id = need and organisation_id = buyer $$;
create function next_buyer_number(need uuid) returns int
  language sql stable security definer set search_path = public
  as $$ select coalesce(max(number), 0) + 1 from challenge_buyers where need_id = need $$;
create function buyer_is_named(need uuid, buyer uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select coalesce((select named from challenge_buyers where need_id = need and organisation_id = buyer), false) $$;

-- What the buyers bring together. A sum is told of three or more, of those that took part when it was published and only
-- while all of them do: between two sums, or of two, one could reckon what a single buyer pledged.
create function challenge_pool(need uuid) returns table (joined int, sites int, pledged jsonb)
  language sql stable security definer set search_path = public as $$
  with parts as (
    select part, needs.state <> 'draft' and not exists (
      select from challenge_buyers as gone where gone.need_id = need and gone.state = 'left' and gone.answered_at > needs.published_at) as told
    from challenge_buyers as buyers join challenge_parts using (need_id, organisation_id)
      join needs on needs.id = buyers.need_id
    where buyers.need_id = need and buyers.state = 'joined'
  ), sums as (
    select part #>> '{pledged,currency}' as currency, sum((part #>> '{pledged,amountMinor}')::bigint) as amount
    from parts where told and part -> 'pledged' <> 'null' group by 1 having count(*) >= 3
  )
  select (select count(*)::int from parts),
    (select sum((part ->> 'sites')::int)::int from parts where told having count(*) >= 3),
    (select coalesce(jsonb_agg(jsonb_build_object('amountMinor', amount, 'currency', currency) order by currency), '[]') from sums)
$$;

create policy challenge_buyers_broker on challenge_buyers for select to enlace_app using (acting_owns_challenge(need_id));
create policy challenge_buyers_ask on challenge_buyers for insert to enlace_app
  with check (acting_kind() = 'agency' and acting_owns_challenge(need_id) and state = 'asked');
create policy challenge_buyers_own on challenge_buyers for select to enlace_app using (organisation_id = acting_organisation());
create policy challenge_buyers_answer on challenge_buyers for update to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation() and state <> 'asked');
-- The inner select is bound by the policies of needs: who sees the challenge sees which buyers agreed to be named.
create policy challenge_buyers_named on challenge_buyers for select to enlace_app
  using (named and exists (select from needs where needs.id = need_id));
grant select, insert, update (state, named, shares, number, reason, answered_at) on challenge_buyers to enlace_app;

create policy challenge_parts_own on challenge_parts to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
create policy challenge_parts_shared on challenge_parts for select to enlace_app using (acting_broker_is_shown(need_id, organisation_id));
grant select, insert, update on challenge_parts to enlace_app;

create policy proposal_answers_own on proposal_answers to enlace_app
  using (organisation_id = acting_organisation())
  with check (organisation_id = acting_organisation() and acting_answers_proposal(proposal_id));
create policy proposal_answers_team on proposal_answers for select to enlace_app using (acting_on_team(proposal_id));
grant select, insert, update on proposal_answers to enlace_app;

-- Who is asked sees the challenge before it says yes; who joined reads what was proposed.
create policy needs_brokered on needs for select to enlace_app using (acting_buyer_state(id) in ('asked', 'joined'));
create policy challenge_briefs_brokered on challenge_briefs for select to enlace_app using (acting_buyer_state(need_id) in ('asked', 'joined'));
create policy proposals_brokered on proposals for select to enlace_app
  using (submitted_at is not null and acting_buyer_state(need_id) = 'joined');

-- As in 0165, where a buyer that joined reads what was handed in as the challenge's own organisation does.
create or replace function read_proposals(need uuid, one uuid, by_way text, words text)
  returns table (proposal_id uuid, content jsonb, revision int, stamp text, stamped_at timestamptz)
  language sql volatile security definer set search_path = public as $$
  with found as (
    select proposals.id, proposals.need_id, asked, case when asked then held.handed else held.content end as content,
      held.revision, held.stamp, held.stamped_at
    from proposals
      join proposal_contents as held on held.proposal_id = proposals.id
      cross join lateral (select proposals.submitted_at is not null and acting_reads_challenge(proposals.need_id) as asked) as reader
    where (need is null or proposals.need_id = need) and (one is null or proposals.id = one)
      and (asked or acting_helps(proposals.id, 'coach'))
      and (words = '' or strpos(lower((case when asked then held.handed else held.content end)::text), lower(words)) > 0)
  ), held_briefs as (
    -- Held before the time is taken: whoever deposits what it knew meanwhile has done so before this.
    select need_id from challenge_briefs
    where need_id in (select found.need_id from found where asked) and first_read_at is null for update
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

-- As in 0165; past the screening of a brokered challenge the decision of every buyer is waited for, and a buyer finds no
-- trace in it of what the others have answered.
create or replace function challenge_clock(need uuid)
  returns table (decided int, in_time int, waiting int, late int, longest_days int)
  language sql stable security definer set search_path = public as $$
  with shown as (
    select id, stage, due_at from proposals where need_id = need and supplier_id <> all ((select acting_walls())::uuid[])
  ), buyers as (
    select organisation_id from challenge_buyers
    where need_id = need and state = 'joined' and (acting_kind() <> 'buyer' or organisation_id = acting_organisation())
  ), open as (
    select due_at from shown where due_at is not null and (stage = 'screening' or challenge_broker(need) is null)
    union all
    select due_at from shown cross join buyers where due_at is not null and stage <> 'screening'
      and not exists (select from proposal_answers where proposal_id = shown.id and organisation_id = buyers.organisation_id)
  ), made as (
    select at <= proposal_steps.due_at as in_time from proposal_steps join shown on shown.id = proposal_id
    where by_buyer and proposal_steps.due_at is not null
    union all
    select answered_at <= answers.due_at from proposal_answers as answers join shown on shown.id = proposal_id
      join buyers using (organisation_id) where answers.due_at is not null
  )
  select (select count(*)::int from made), (select count(*) filter (where made.in_time)::int from made),
    count(*)::int, count(*) filter (where due_at < clock_timestamp())::int,
    coalesce(max(ceil(extract(epoch from clock_timestamp() - due_at) / 86400)) filter (where due_at < clock_timestamp()), 0)::int
  from open
$$;

call look_behind_walls('acting_buyer_state(uuid)',
  'challenge_broker(uuid)',
  'acting_reads_challenge(uuid)',
  'acting_broker_is_shown(uuid, uuid)',
  'acting_answers_proposal(uuid)',
  'buyer_number(uuid, uuid)',
  'buyer_is_named(uuid, uuid)',
  'next_buyer_number(uuid)',
  'challenge_pool(uuid)');
