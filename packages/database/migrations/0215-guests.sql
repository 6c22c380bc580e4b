-- Firms that the organiser invited to a matchday by mail, whether or not they are on Enlace.
create table matchday_guests (
  id uuid primary key,
  matchday_id uuid not null references matchdays (id) on delete cascade,
  name text not null check (length(name) between 1 and 200),
  -- Null once it was forgotten.
  email text,
  side text not null check (side in ('host', 'visitor')),
  locale text not null check (locale in ('en', 'es')),
  state text not null default 'invited' check (state in ('invited', 'registered', 'declined', 'withdrawn')),
  -- SHA-256 of the token in the mail; the token itself is kept nowhere.
  token_hash text not null unique,
  invited_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  unique (matchday_id, email),
  check ((state = 'invited') = (settled_at is null))
);
call guard_tables('matchday_guests');
create policy matchday_guests_organiser on matchday_guests to enlace_app
  using (matchday_id = any((select acting_run_matchdays())::uuid[])) with check (matchday_id = any((select acting_run_matchdays())::uuid[]));
grant select, insert, update on matchday_guests to enlace_app;

-- Whoever holds a token acts as nobody: what is public of the matchday, while it can still be joined and the answer is open.
create function open_guest(hash text) returns table (
  id uuid, matchday_id uuid, side text, organisation_id uuid, organiser text, content jsonb, starts_at timestamptz, ends_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select guests.id, matchdays.id, guests.side, matchdays.organisation_id, organisations.name, matchdays.content, matchdays.starts_at, matchdays.ends_at
  from matchday_guests as guests join matchdays on matchdays.id = guests.matchday_id
    join organisations on organisations.id = matchdays.organisation_id
  where token_hash = hash and guests.state = 'invited' and matchdays.state in ('open', 'published') and ends_at > now()
$$;

-- The first answer stands: of two at once the second waits for the first and then finds nothing open.
create function settle_guest(hash text, answer text) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  if answer not in ('registered', 'declined') then raise exception 'no answer of a guest'; end if;
  update matchday_guests set state = answer, settled_at = clock_timestamp() where token_hash = hash and state = 'invited';
  return found;
end
$$;
call look_behind_walls('open_guest(text)', 'settle_guest(text, text)');
