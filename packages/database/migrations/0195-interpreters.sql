-- Interpreters of a matchday: between two who share no language sits one, and nobody interprets in two places at once.
create table matchday_interpreters (
  id uuid primary key,
  matchday_id uuid not null references matchdays (id) on delete cascade,
  name text not null check (length(name) between 1 and 120),
  -- The two languages between which they interpret.
  languages text[] not null check (cardinality(languages) = 2 and languages[1] <> languages[2]),
  away int[] not null default '{}',
  unique (id, matchday_id)
);
create index matchday_interpreters_of on matchday_interpreters (matchday_id);
call guard_tables('matchday_interpreters');

alter table matchday_meetings add column interpreter_id uuid,
  add constraint matchday_meetings_interpreter foreign key (interpreter_id, matchday_id) references matchday_interpreters (id, matchday_id);
create index matchday_meetings_interpreter_of on matchday_meetings (interpreter_id) where interpreter_id is not null;

-- Fires behind the booking of the two and their place, which it leaves as it is.
create function book_interpreter() returns trigger language plpgsql security definer set search_path = public as $$
declare
  gone int[];
begin
  if new.interpreter_id is null or new.state not in ('planned', 'held') then return null; end if;
  -- Shared, so that who says when they are away and who books them wait for each other.
  select away into gone from matchday_interpreters where id = new.interpreter_id for share;
  if new.slot = any(gone) then
    raise exception 'the interpreter is away' using errcode = '23505', constraint = 'matchday_interpreters_away';
  end if;
  insert into matchday_bookings (matchday_id, slot, held, meeting_id) values (new.matchday_id, new.slot, new.interpreter_id::text, new.id);
  return null;
end
$$;
create trigger matchday_meetings_book_interpreter after insert or update on matchday_meetings for each row execute function book_interpreter();

-- Who said nothing about languages gets by with everybody.
create function needs_interpreter(host uuid, visitor uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select not (ours.languages = '{}' or theirs.languages = '{}' or ours.languages && theirs.languages)
    from matchday_participants as ours, matchday_participants as theirs where ours.id = host and theirs.id = visitor $$;

-- An interpreter between the two who is free in a slot; those who ask at once do not all ask for the same.
create function free_interpreter(matchday uuid, host uuid, visitor uuid, at_slot int) returns uuid
  language sql volatile security definer set search_path = public
  as $$ select one.id from matchday_interpreters as one, matchday_participants as ours, matchday_participants as theirs
    where one.matchday_id = matchday and ours.id = host and theirs.id = visitor
      and (acting_runs_matchday(matchday) or acting_participant(matchday) in (host, visitor))
      and ((one.languages[1] = any(ours.languages) and one.languages[2] = any(theirs.languages))
        or (one.languages[2] = any(ours.languages) and one.languages[1] = any(theirs.languages)))
      and at_slot <> all(one.away)
      and not exists (select from matchday_bookings as b where b.matchday_id = matchday and b.slot = at_slot and b.held = one.id::text)
    order by random() limit 1 $$;

-- The first slot in which two could meet and understand each other.
create function next_spoken_slot(matchday uuid, host uuid, visitor uuid, from_slot int) returns table (slot int, place text, interpreter uuid)
  language plpgsql volatile security definer set search_path = public as $$
declare
  needed boolean := needs_interpreter(host, visitor);
begin
  loop
    select free.slot, free.place into slot, place from next_free_slot(matchday, host, visitor, from_slot) as free;
    if not found then return; end if;
    if needed then interpreter := free_interpreter(matchday, host, visitor, slot); end if;
    exit when interpreter is not null or not needed;
    from_slot := slot + 1;
  end loop;
  return next;
end
$$;

create policy matchday_interpreters_organiser on matchday_interpreters to enlace_app
  using (matchday_id = any((select acting_run_matchdays())::uuid[])) with check (matchday_id = any((select acting_run_matchdays())::uuid[]));
-- Names of persons: only those they interpret for read them.
create policy matchday_interpreters_met on matchday_interpreters for select to enlace_app using (exists (
  select from matchday_meetings where interpreter_id = matchday_interpreters.id and state <> 'cancelled'
    and acting_participant(matchday_id) in (host_id, visitor_id)));
grant select, insert, update, delete on matchday_interpreters to enlace_app;

call look_behind_walls('book_interpreter()', 'needs_interpreter(uuid, uuid)', 'free_interpreter(uuid, uuid, uuid, int)', 'next_spoken_slot(uuid, uuid, uuid, int)');
