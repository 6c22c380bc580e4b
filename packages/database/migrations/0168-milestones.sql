-- What happens beside the stages of a proposal: help from coaches, tranches that two sides release, a benefit checked.
create table proposal_comments (
  id uuid primary key,
  proposal_id uuid not null references proposals (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  user_id uuid not null,
  kind text not null check (kind in ('comment', 'mock-review')),
  text text not null check (length(text) between 1 and 4000),
  -- A mock review's mark, as the buyer might give it.
  mark int check (mark between 1 and 5),
  written_at timestamptz not null default clock_timestamp(),
  check ((kind = 'mock-review') = (mark is not null))
);
create index proposal_comments_of on proposal_comments (proposal_id, written_at);

create table proposal_milestones (
  id uuid primary key,
  proposal_id uuid not null references proposals (id) on delete cascade,
  title text not null check (length(title) between 1 and 200),
  due_on date,
  amount_minor bigint not null check (amount_minor >= 0),
  currency char(3) not null,
  -- What a matching grant bears of it, and who gives that.
  funder_percent int not null default 0 check (funder_percent between 0 and 100),
  funder text not null default '',
  added_at timestamptz not null default clock_timestamp(),
  firm_confirmed_at timestamptz,
  buyer_confirmed_at timestamptz,
  -- Paid once both sides say that it is reached.
  released_at timestamptz generated always as (
    case when firm_confirmed_at is not null and buyer_confirmed_at is not null then greatest(firm_confirmed_at, buyer_confirmed_at) end) stored
);
create index proposal_milestones_of on proposal_milestones (proposal_id, added_at);

-- What a benefit came to, beside what was claimed.
create table benefit_checks (
  proposal_id uuid primary key references proposals (id) on delete cascade,
  amount_minor bigint not null,
  currency char(3) not null,
  note text not null check (length(note) between 1 and 2000),
  checked_by uuid not null,
  checked_at timestamptz not null default clock_timestamp()
);

call guard_tables('proposal_comments', 'proposal_milestones', 'benefit_checks');
do $$
declare t text;
begin
  foreach t in array array['proposal_comments', 'proposal_milestones', 'benefit_checks'] loop
    execute format('create policy %I on %I for select to enlace_app using (acting_on_team(proposal_id))', t || '_team', t);
    execute format('grant select, insert on %I to enlace_app', t);
  end loop;
end
$$;

create function acting_decides(proposal uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select from proposals where id = proposal and submitted_at is not null and acting_owns_challenge(need_id)) $$;
call look_behind_walls('acting_decides(uuid)');

-- What coaches and the team say to each other is no business of the buyer's.
create policy proposal_comments_coach on proposal_comments for select to enlace_app using (acting_helps(proposal_id, 'coach'));
create policy proposal_comments_write on proposal_comments for insert to enlace_app with check (
  organisation_id = acting_organisation() and user_id = acting_user()
  and ((kind = 'comment' and acting_on_team(proposal_id)) or acting_helps(proposal_id, 'coach')));

create policy proposal_milestones_buyer on proposal_milestones for select to enlace_app using (acting_decides(proposal_id));
create policy proposal_milestones_set on proposal_milestones for insert to enlace_app with check (
  acting_decides(proposal_id) and firm_confirmed_at is null and buyer_confirmed_at is null);
-- Each side confirms for itself; which, the command says, and a trigger holds it to that.
create policy proposal_milestones_confirm on proposal_milestones for update to enlace_app
  using (acting_decides(proposal_id) or acting_leads(proposal_id)) with check (acting_decides(proposal_id) or acting_leads(proposal_id));
grant update (firm_confirmed_at, buyer_confirmed_at) on proposal_milestones to enlace_app;
create function confirm_own_side() returns trigger language plpgsql as $$
begin
  if (new.firm_confirmed_at is distinct from old.firm_confirmed_at and not acting_leads(old.proposal_id))
    or (new.buyer_confirmed_at is distinct from old.buyer_confirmed_at and not acting_decides(old.proposal_id))
    or old.released_at is not null
  then raise exception 'a side confirms for itself, and once' using errcode = '42501'; end if;
  return new;
end
$$;
create trigger proposal_milestones_own_side before update on proposal_milestones for each row execute function confirm_own_side();

create policy benefit_checks_buyer on benefit_checks for select to enlace_app using (acting_decides(proposal_id));
create policy benefit_checks_set on benefit_checks for insert to enlace_app with check (acting_decides(proposal_id));
create policy benefit_checks_change on benefit_checks for update to enlace_app
  using (acting_decides(proposal_id)) with check (acting_decides(proposal_id));
grant update on benefit_checks to enlace_app;
