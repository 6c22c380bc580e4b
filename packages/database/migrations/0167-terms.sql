-- To whom what comes of a challenge belongs, who accepted that, what is read only then, and what the buyer knew before.
create table challenge_terms (
  need_id uuid not null references challenge_briefs (need_id) on delete cascade,
  version int not null,
  template text not null check (template in ('open', 'shared', 'transferred', 'kept')),
  tier text not null check (tier in ('none', 'organisation', 'person')),
  language text not null,
  sections jsonb not null,
  -- SHA-256 of all of it: what a person accepts.
  stamp text not null,
  set_by uuid not null,
  set_at timestamptz not null default clock_timestamp(),
  primary key (need_id, version)
);

create table terms_acceptances (
  need_id uuid not null,
  version int not null,
  organisation_id uuid not null references organisations (id),
  user_id uuid not null,
  stamp text not null,
  accepted_at timestamptz not null default clock_timestamp(),
  primary key (need_id, version, user_id),
  foreign key (need_id, version) references challenge_terms (need_id, version) on delete cascade
);

-- The confidential part of a brief.
create table challenge_annexes (
  need_id uuid primary key references challenge_briefs (need_id) on delete cascade,
  text text not null,
  changed_at timestamptz not null default clock_timestamp()
);

create table prior_knowledge (
  id uuid primary key,
  need_id uuid not null references challenge_briefs (need_id) on delete cascade,
  title text not null check (length(title) between 1 and 200),
  stamp text not null,
  deposited_by uuid not null,
  deposited_at timestamptz not null default clock_timestamp(),
  revealed_at timestamptz
);
create index prior_knowledge_of on prior_knowledge (need_id, deposited_at);
create table prior_statements (
  id uuid primary key references prior_knowledge (id) on delete cascade,
  need_id uuid not null,
  salt text not null,
  statement text not null
);

call guard_tables('challenge_terms', 'terms_acceptances', 'challenge_annexes', 'prior_knowledge', 'prior_statements');
do $$
declare t text;
begin
  foreach t in array array['challenge_terms', 'terms_acceptances', 'challenge_annexes', 'prior_knowledge', 'prior_statements'] loop
    execute format('create policy %I on %I for select to enlace_app using (acting_owns_challenge(need_id))', t || '_own', t);
    execute format('grant select, insert on %I to enlace_app', t);
  end loop;
end
$$;

-- Whether the acting organisation, or person, accepted the terms in force; without terms nothing confidential opens.
create function acting_accepted(need uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select coalesce((
    select case tier
      when 'none' then true
      when 'organisation' then exists (select from terms_acceptances as given where given.need_id = need and given.version = terms.version
        and given.organisation_id = acting_organisation())
      else exists (select from terms_acceptances as given where given.need_id = need and given.version = terms.version
        and given.organisation_id = acting_organisation() and given.user_id = acting_user())
    end
    from challenge_terms as terms where terms.need_id = need order by version desc limit 1), false)
$$;
-- Whether there is a confidential part, without what it says.
create function challenge_has_annex(need uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select from challenge_annexes where need_id = need) $$;
create function prior_revealed(entry uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select from prior_knowledge where id = entry and revealed_at is not null) $$;

-- The inner selects are bound by the policies of briefs: who sees the brief sees what goes with it.
create policy challenge_terms_seen on challenge_terms for select to enlace_app
  using (exists (select from challenge_briefs where challenge_briefs.need_id = challenge_terms.need_id));
create policy challenge_terms_set on challenge_terms for insert to enlace_app with check (acting_owns_challenge(need_id));

create policy terms_acceptances_mine on terms_acceptances for select to enlace_app using (organisation_id = acting_organisation());
create policy terms_acceptances_give on terms_acceptances for insert to enlace_app with check (
  organisation_id = acting_organisation() and user_id = acting_user()
  and exists (select from challenge_terms as terms where terms.need_id = terms_acceptances.need_id
    and terms.version = terms_acceptances.version and terms.stamp = terms_acceptances.stamp));

create policy challenge_annexes_open on challenge_annexes for select to enlace_app using (
  acting_accepted(need_id) and exists (select from challenge_briefs where challenge_briefs.need_id = challenge_annexes.need_id));
create policy challenge_annexes_write on challenge_annexes for insert to enlace_app with check (acting_owns_challenge(need_id));
create policy challenge_annexes_change on challenge_annexes for update to enlace_app
  using (acting_owns_challenge(need_id)) with check (acting_owns_challenge(need_id));
grant update on challenge_annexes to enlace_app;

-- Statements are neither changed nor removed; that one is revealed is all that happens to it.
create policy prior_knowledge_seen on prior_knowledge for select to enlace_app
  using (exists (select from challenge_briefs where challenge_briefs.need_id = prior_knowledge.need_id));
create policy prior_knowledge_deposit on prior_knowledge for insert to enlace_app with check (acting_owns_challenge(need_id));
create policy prior_knowledge_reveal on prior_knowledge for update to enlace_app
  using (acting_owns_challenge(need_id)) with check (acting_owns_challenge(need_id));
grant update (revealed_at) on prior_knowledge to enlace_app;
create policy prior_statements_revealed on prior_statements for select to enlace_app using (
  prior_revealed(id) and exists (select from challenge_briefs where challenge_briefs.need_id = prior_statements.need_id));
create policy prior_statements_deposit on prior_statements for insert to enlace_app with check (acting_owns_challenge(need_id));

call look_behind_walls('acting_accepted(uuid)',
  'challenge_has_annex(uuid)',
  'prior_revealed(uuid)');
