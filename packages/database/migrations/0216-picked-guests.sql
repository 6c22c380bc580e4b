-- Firms on Enlace are guests too: picked by the organiser and told as of anything else, so they need neither address nor token.
alter table matchday_guests
  -- Whom the organiser picked, or as whom a guest by mail registered.
  add column organisation_id uuid references organisations (id),
  add column picked boolean not null default false,
  -- Its registration waits for nobody.
  add column pre_approved boolean not null default false,
  alter column locale drop not null,
  alter column token_hash drop not null,
  add check (picked = (locale is null)),
  add check (picked = (token_hash is null)),
  add check (organisation_id is not null or not picked);
create unique index matchday_guests_picked on matchday_guests (matchday_id, organisation_id) where picked;
create index matchday_guests_firm on matchday_guests (organisation_id) where organisation_id is not null;
create policy matchday_guests_own on matchday_guests for select to enlace_app using (organisation_id = acting_organisation());

create or replace function settle_guest(hash text, answer text) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  if answer not in ('registered', 'declined') then raise exception 'no answer of a guest'; end if;
  update matchday_guests set state = answer, settled_at = clock_timestamp(),
    organisation_id = case answer when 'registered' then acting_organisation() end
  where token_hash = hash and state = 'invited';
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
