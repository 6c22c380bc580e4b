-- The public halves of the keys by which people open what is sealed. The private ones never come here. A key is one
-- person's for good: were it two people's, one of them could open alone.
create table opener_keys (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  public_key text not null unique check (public_key ~ '^[A-Za-z0-9_-]{43}$'),
  registered_at timestamptz not null default clock_timestamp(),
  revoked_at timestamptz
);
create index opener_keys_of on opener_keys (user_id, id desc);

alter table opener_keys enable row level security;
alter table opener_keys force row level security;
create policy opener_keys_own on opener_keys to enlace_app
  using (user_id = acting_user()) with check (user_id = acting_user());
create policy opener_keys_system on opener_keys to enlace_system using (true) with check (true);
grant select, insert (id, user_id, public_key), update (revoked_at) on opener_keys to enlace_app;
grant select, insert, update, delete on opener_keys to enlace_system;

-- To which key things are sealed for each of these people: the newest that is alive. Whoever asks must know whom it asks about,
-- and be of a kind that sets up calls.
create function current_opener_keys(people uuid[]) returns table (user_id uuid, public_key text, since timestamptz)
  language sql stable security definer set search_path = public as $$
  select distinct on (opener_keys.user_id) opener_keys.user_id, opener_keys.public_key, opener_keys.registered_at
  from opener_keys
  where acting_kind() in ('buyer', 'agency') and opener_keys.user_id = any(people) and opener_keys.revoked_at is null
  order by opener_keys.user_id, opener_keys.id desc
$$;

-- Whether bids can be sealed to whoever has this seat, for those who sit in the call.
create function seat_has_key(named uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from call_seats join opener_keys using (user_id)
    where call_seats.id = named and revoked_at is null and (acting_seats(call_id) <> '{}' or acting_owns_call(call_id)))
$$;
-- With its publication a call holds on to the keys of those who open it: what is sealed to one is not opened by another.
create function fix_opener_keys(call uuid) returns void language sql security definer set search_path = public as $$
  update call_seats set public_key = (
    select opener_keys.public_key from opener_keys where opener_keys.user_id = call_seats.user_id and revoked_at is null
    order by opener_keys.public_key = call_seats.public_key desc nulls last, opener_keys.id desc limit 1)
  where call_id = call and seat = 'opener' and acting_owns_call(call)
    and exists (select from calls where calls.id = call and version = 0)
$$;

-- Whoever may write a seat: what bids are sealed to is a key of the person who sits in it.
create function check_seat_key() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.public_key is not null
    and not exists (select from opener_keys where user_id = new.user_id and public_key = new.public_key) then
    raise exception 'the key is not of who has the seat' using errcode = 'check_violation', constraint = 'call_seats_own_key';
  end if;
  return new;
end
$$;
create trigger call_seats_own_key before insert or update of public_key, user_id on call_seats
  for each row execute function check_seat_key();

call look_behind_walls('current_opener_keys(uuid[])',
  'seat_has_key(uuid)',
  'fix_opener_keys(uuid)',
  'check_seat_key()');
