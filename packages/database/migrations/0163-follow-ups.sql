-- What a side was asked by the clock; of all its people one answers, once.
create table follow_ups (
  id uuid primary key,
  linkage_id uuid not null references linkages (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  days int not null,
  stage text not null,
  asked_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  answer text check (answer in ('talking', 'contract', 'stopped', 'no-answer')),
  answered_at timestamptz,
  answered_by uuid,
  check ((answer is null) = (answered_at is null))
);
create index follow_ups_of on follow_ups (linkage_id, organisation_id, asked_at desc);

-- The links in mails by which a person answers without signing in; a token itself is kept nowhere.
create table follow_up_links (
  token_hash bytea primary key,
  follow_up_id uuid not null references follow_ups (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade
);
create index follow_up_links_of on follow_up_links (follow_up_id);

call guard_tables('follow_ups', 'follow_up_links');
create policy follow_ups_own on follow_ups to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
grant select, update (answer, answered_at, answered_by) on follow_ups to enlace_app;

-- Whoever holds a token acts as nobody, so this says for enlace_system of which follow-up it speaks, and for whom: one
-- who has left the organisation speaks for it no longer.
create function follow_up_of(token text) returns table (id uuid, linkage_id uuid, user_id uuid, organisation_id uuid, kind text, role text)
  language sql stable security definer set search_path = public as $$
  select follow_ups.id, follow_ups.linkage_id, follow_up_links.user_id, follow_ups.organisation_id, organisations.kind, members.role
  from follow_up_links join follow_ups on follow_ups.id = follow_up_id
    join organisations on organisations.id = follow_ups.organisation_id
    join members on members.organisation_id = follow_ups.organisation_id and members.user_id = follow_up_links.user_id
  where token_hash = sha256(convert_to(token, 'UTF8'))
$$;
call look_behind_walls('follow_up_of(text)');
