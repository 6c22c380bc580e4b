-- A third role: it alone sees passwords, sessions and codes, and it sees little else.
do $$
begin
  if not exists (select from pg_roles where rolname = 'enlace_identity') then
    create role enlace_identity nologin nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of the same cluster was faster
end
$$;
grant usage on schema public to enlace_identity;

create table users (
  id uuid primary key,
  name text not null check (length(name) <= 200),
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  locale text not null default 'en' check (locale in ('en', 'es')),
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);

create table members (
  organisation_id uuid not null references organisations (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  role text not null check (role in ('owner', 'buyer', 'bidder', 'facilitator', 'assessor', 'funder', 'expert', 'auditor')),
  joined_at timestamptz not null default clock_timestamp(),
  primary key (organisation_id, user_id)
);
create index members_by_user on members (user_id, joined_at);

create table invitations (
  id uuid primary key,
  organisation_id uuid not null references organisations (id) on delete cascade,
  email text not null check (email = lower(email)),
  role text not null check (role in ('owner', 'buyer', 'bidder', 'facilitator', 'assessor', 'funder', 'expert', 'auditor')),
  -- SHA-256 of the token in the mail; the token itself is kept nowhere.
  token_hash text not null unique,
  invited_by uuid references users (id) on delete set null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null default clock_timestamp() + interval '7 days',
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
-- One open invitation per address and organisation.
create unique index invitations_open on invitations (organisation_id, email) where accepted_at is null and withdrawn_at is null;

create table sessions (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  -- SHA-256 of the token in the cookie: whoever reads this table cannot take a session over.
  token text not null unique,
  -- The organisation the person acts for in this session.
  organisation_id uuid references organisations (id) on delete set null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null
);
create index sessions_by_user on sessions (user_id);

create table accounts (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  unique (provider_id, account_id)
);
create index accounts_by_user on accounts (user_id);

create table verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
create index verifications_by_identifier on verifications (identifier);

create table two_factors (
  id uuid primary key,
  user_id uuid not null unique references users (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);

-- One row per limited thing (a hash of an address or an account): when its allowance will be whole again.
create table rate_limits (
  key text primary key,
  whole_at timestamptz not null
);

do $$
declare t text;
begin
  foreach t in array array['users', 'members', 'invitations', 'sessions', 'accounts', 'verifications', 'two_factors', 'rate_limits'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to enlace_identity using (true) with check (true)', t || '_identity', t);
    execute format('grant select, insert, update, delete on %I to enlace_identity', t);
  end loop;
  -- Demo data and imports make people and members; they never make a session.
  foreach t in array array['users', 'members'] loop
    execute format('create policy %I on %I to enlace_system using (true) with check (true)', t || '_system', t);
    execute format('grant select, insert, update, delete on %I to enlace_system', t);
  end loop;
end
$$;

create policy members_own on members for select to enlace_app
  using (organisation_id = acting_organisation() or user_id = acting_user());
create policy members_change on members for update to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
create policy members_remove on members for delete to enlace_app using (organisation_id = acting_organisation());
grant select, delete on members to enlace_app;
grant update (role) on members to enlace_app;

-- Colleagues see each other's names; the inner select is bound by the policies of members.
create policy users_colleagues on users for select to enlace_app using (
  id = acting_user()
  or exists (select from members where members.user_id = users.id and members.organisation_id = acting_organisation())
);
grant select (id, name, email, locale) on users to enlace_app;

create policy invitations_own on invitations to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
grant select (id, organisation_id, email, role, invited_by, created_at, expires_at, accepted_at, withdrawn_at), insert on invitations to enlace_app;
grant update (withdrawn_at) on invitations to enlace_app;

-- Who signs in becomes a member of organisations, makes new ones, and what happens then is recorded like all else.
create policy organisations_identity on organisations to enlace_identity using (true) with check (true);
grant select, insert on organisations to enlace_identity;
create policy events_identity on events for insert to enlace_identity with check (true);
grant insert on events to enlace_identity;

-- Mail to be sent. The text may hold a token, so it is wiped once sent, and no event or queue ever carries it.
create table mails (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz
);
create index mails_newest on mails (created_at desc, id desc);
alter table mails enable row level security;
alter table mails force row level security;
create policy mails_queue on mails for insert to enlace_app with check (true);
create policy mails_identity on mails to enlace_identity using (true) with check (true);
create policy mails_system on mails to enlace_system using (true) with check (true);
grant insert on mails to enlace_app;
grant select, insert on mails to enlace_identity;
grant select, insert, update, delete on mails to enlace_system;
