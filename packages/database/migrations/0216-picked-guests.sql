-- Firms on Enlace are guests too: picked by the organiser and told as of anything else, so they need neither address nor token.
alter table matchday_guests
  -- Whom the organiser picked, or as whom a guest by mail registered.
  add column organisation_id uuid references organisations (id),
  add column picked boolean not null default false,
  -- Its registration waits for nobody.
  add column pre_approved boolean not null default false,
  -- The last mail that went to it, and when the address refused it for good.
  add column mail_id uuid references mails (id) on delete set null,
  add column undelivered_at timestamptz,
  add column reminded_at timestamptz,
  alter column locale drop not null,
  add check (picked = (locale is null)),
  add check (organisation_id is not null or not picked);
create unique index matchday_guests_picked on matchday_guests (matchday_id, organisation_id) where picked;
create index matchday_guests_firm on matchday_guests (organisation_id) where organisation_id is not null;
create index matchday_guests_mail on matchday_guests (mail_id) where mail_id is not null;

-- Each mail to a guest has a link of its own: SHA-256 of its token. All of them end with the answer.
create table matchday_guest_tokens (
  hash text primary key,
  guest_id uuid not null references matchday_guests (id) on delete cascade
);
create index matchday_guest_tokens_of on matchday_guest_tokens (guest_id);
call guard_tables('matchday_guest_tokens');
create policy matchday_guest_tokens_organiser on matchday_guest_tokens to enlace_app
  using (guest_id in (select id from matchday_guests where matchday_id = any((select acting_run_matchdays())::uuid[])))
  with check (guest_id in (select id from matchday_guests where matchday_id = any((select acting_run_matchdays())::uuid[])));
grant select, insert, delete on matchday_guest_tokens to enlace_app;
insert into matchday_guest_tokens (hash, guest_id) select token_hash, id from matchday_guests;
alter table matchday_guests drop column token_hash;

create policy matchday_guests_own on matchday_guests for select to enlace_app using (organisation_id = acting_organisation());

create or replace function open_guest(hash text) returns table (
  id uuid, matchday_id uuid, side text, organisation_id uuid, organiser text, content jsonb, starts_at timestamptz, ends_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select guests.id, matchdays.id, guests.side, matchdays.organisation_id, organisations.name, matchdays.content, matchdays.starts_at, matchdays.ends_at
  from matchday_guest_tokens as tokens join matchday_guests as guests on guests.id = tokens.guest_id
    join matchdays on matchdays.id = guests.matchday_id join organisations on organisations.id = matchdays.organisation_id
  where tokens.hash = open_guest.hash and guests.state = 'invited' and matchdays.state in ('open', 'published') and ends_at > now()
$$;
create or replace function settle_guest(hash text, answer text) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  if answer not in ('registered', 'declined') then raise exception 'no answer of a guest'; end if;
  update matchday_guests set state = answer, settled_at = clock_timestamp(),
    organisation_id = case answer when 'registered' then acting_organisation() end
  where id = (select guest_id from matchday_guest_tokens as tokens where tokens.hash = settle_guest.hash) and state = 'invited';
  return found;
end
$$;

-- In whatever way a picked firm comes in, that is its answer.
create function answer_by_coming() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update matchday_guests set state = 'registered', settled_at = clock_timestamp()
  where matchday_id = new.matchday_id and organisation_id = new.organisation_id and picked and state = 'invited';
  return null;
end
$$;
create trigger matchday_participants_answer after insert or update of state on matchday_participants
  for each row when (new.state in ('applied', 'admitted')) execute function answer_by_coming();

-- Says for the acting firm that it does not come; false where nothing waits for its answer.
create function decline_invited(matchday uuid) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  update matchday_guests set state = 'declined', settled_at = clock_timestamp()
  where matchday_id = matchday and organisation_id = acting_organisation() and picked and state = 'invited';
  return found;
end
$$;

-- Admits the acting firm where its organiser said so when it invited it; false where its registration waits.
create function admit_invited(matchday uuid) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  update matchday_participants set state = 'admitted'
  where matchday_id = matchday and organisation_id = acting_organisation() and state = 'applied' and exists (
    select from matchday_guests as guests where guests.matchday_id = matchday
      and guests.organisation_id = acting_organisation() and guests.pre_approved and guests.state = 'registered');
  return found;
end
$$;
-- A firm that speaks for itself is held off; the function above speaks for its organiser.
create or replace function keep_admission() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and acting_organisation() = new.organisation_id and new.state in ('admitted', 'declined')
    and current_user = 'enlace_app' then
    raise exception 'a participant does not admit itself' using errcode = '42501';
  end if;
  return new;
end
$$;
call look_behind_walls('answer_by_coming()', 'decline_invited(uuid)', 'admit_invited(uuid)');
