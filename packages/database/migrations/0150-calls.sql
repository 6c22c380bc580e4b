-- A call for bids. What is asked is `content`; the times that decide are columns, taken from it and nowhere else.
create table calls (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  need_id uuid references needs (id),
  state text not null default 'draft' check (state in ('draft', 'published', 'opened', 'decided', 'closed', 'cancelled')),
  version int not null default 0,
  content jsonb not null,
  kind text not null generated always as (content ->> 'kind') stored,
  title text not null generated always as (content ->> 'title') stored,
  access text not null generated always as (content ->> 'access') stored,
  sealing text not null generated always as (content ->> 'sealing') stored,
  deadline timestamptz not null,
  questions_until timestamptz,
  -- The envelope that was opened last, and whether its scoring is over.
  stage text check (stage in ('qualification', 'technical', 'price')),
  settled boolean not null default false,
  standstill_until timestamptz,
  reason text not null default '',
  created_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  published_at timestamptz
);
create index calls_own on calls (organisation_id, created_at desc, id desc);
create index calls_open on calls (deadline, id) where state = 'published';
create index calls_of_need on calls (need_id) where need_id is not null;
create function take_call_times() returns trigger language plpgsql as $$
begin
  new.deadline := (new.content ->> 'deadline')::timestamptz;
  new.questions_until := (new.content ->> 'questionsUntil')::timestamptz;
  return new;
end
$$;
create trigger calls_times before insert or update of content on calls for each row execute function take_call_times();

create table call_versions (
  call_id uuid not null references calls (id) on delete cascade,
  version int not null,
  content jsonb not null,
  reason text not null default '',
  published_by uuid,
  published_at timestamptz not null default clock_timestamp(),
  primary key (call_id, version)
);
create table call_invitations (
  call_id uuid not null references calls (id) on delete cascade,
  supplier_id uuid not null references organisations (id),
  invited_at timestamptz not null default clock_timestamp(),
  primary key (call_id, supplier_id)
);
create index call_invitations_of on call_invitations (supplier_id);

-- Who does what in a call. A colleague is named by person; somebody of another organisation by address, until he accepts.
create table call_seats (
  id uuid primary key,
  call_id uuid not null references calls (id) on delete cascade,
  seat text not null check (seat in ('author', 'approver', 'opener', 'evaluator', 'observer')),
  email text not null check (email = lower(email)),
  user_id uuid,
  organisation_id uuid references organisations (id),
  -- The key that bids are sealed to, of one who opens; as it was when the call was published.
  public_key text,
  named_at timestamptz not null default clock_timestamp(),
  accepted_at timestamptz,
  check (num_nonnulls(user_id, organisation_id, accepted_at) in (0, 3)),
  unique (call_id, seat, email)
);
create index call_seats_of on call_seats (user_id);
create index call_seats_by_email on call_seats (email) where accepted_at is null;

-- Definer's rights, so that the policies of these tables do not call each other in a circle.
create function acting_owns_call(call uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select from calls where id = call and organisation_id = acting_organisation()) $$;
create function acting_invited_to_call(call uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select from call_invitations where call_id = call and supplier_id = acting_organisation()) $$;
create function acting_seats(call uuid) returns text[] language sql stable security definer set search_path = public
  as $$ select coalesce(array_agg(seat), '{}') from call_seats
    where call_id = call and user_id = acting_user() and organisation_id = acting_organisation() $$;
create function acting_email() returns text language sql stable security definer set search_path = public
  as $$ select email from users where id = acting_user() and email_verified $$;
create function acting_asked_to(call uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select from call_seats where call_id = call and accepted_at is null and email = acting_email()) $$;

call guard_tables('calls', 'call_versions', 'call_invitations', 'call_seats');
create policy calls_own on calls to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
create policy calls_seen on calls for select to enlace_app using (
  acting_organisation() is not null and version > 0 and (access = 'open' or acting_invited_to_call(id)));
create policy calls_seated on calls for select to enlace_app using (acting_seats(id) <> '{}' or acting_asked_to(id));
grant select, insert, update, delete on calls to enlace_app;
create policy call_versions_seen on call_versions for select to enlace_app
  using (exists (select from calls where calls.id = call_id));
create policy call_versions_write on call_versions for insert to enlace_app with check (acting_owns_call(call_id));
grant select, insert on call_versions to enlace_app;
create policy call_invitations_owner on call_invitations to enlace_app
  using (acting_owns_call(call_id)) with check (acting_owns_call(call_id));
create policy call_invitations_invited on call_invitations for select to enlace_app using (supplier_id = acting_organisation());
grant select, insert, delete on call_invitations to enlace_app;
create policy call_seats_owner on call_seats to enlace_app using (acting_owns_call(call_id)) with check (acting_owns_call(call_id));
-- Those who sit together know of each other; whoever is asked sees what for, and takes the seat in his own name.
create policy call_seats_seated on call_seats for select to enlace_app
  using (acting_seats(call_id) <> '{}' or (accepted_at is null and email = acting_email())
    or (user_id = acting_user() and organisation_id = acting_organisation()));
create policy call_seats_accept on call_seats for update to enlace_app
  using (accepted_at is null and email = acting_email())
  with check (user_id = acting_user() and organisation_id = acting_organisation());
grant select, insert, update, delete on call_seats to enlace_app;

-- What bidders need to know of those who open: the key, and of which organisation they are.
create function call_openers(call uuid) returns table (id uuid, organisation text, public_key text)
  language sql stable security definer set search_path = public as $$
  select call_seats.id, organisations.name, call_seats.public_key from call_seats join organisations on organisations.id = call_seats.organisation_id
  where call_seats.call_id = call and seat = 'opener'
    and exists (select from calls where calls.id = call and version > 0 and (access = 'open' or acting_invited_to_call(call) or organisation_id = acting_organisation()))
$$;

create function seat_name(named uuid) returns text language sql stable security definer set search_path = public
  as $$ select users.name from call_seats join users on users.id = call_seats.user_id
    where call_seats.id = named and (acting_seats(call_seats.call_id) <> '{}' or acting_owns_call(call_seats.call_id)) $$;
-- A member of the acting organisation by its address; of others nothing is told.
create function colleague_by_email(address text) returns uuid language sql stable security definer set search_path = public
  as $$ select users.id from users join members on members.user_id = users.id
    where lower(users.email) = address and members.organisation_id = acting_organisation() $$;
create policy call_seats_key on call_seats for update to enlace_app
  using (user_id = acting_user() and organisation_id = acting_organisation())
  with check (user_id = acting_user() and organisation_id = acting_organisation());

call look_behind_walls('acting_owns_call(uuid)',
  'acting_invited_to_call(uuid)',
  'acting_seats(uuid)',
  'acting_email()',
  'acting_asked_to(uuid)',
  'call_openers(uuid)',
  'seat_name(uuid)',
  'colleague_by_email(text)');
