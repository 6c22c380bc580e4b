-- The board of a day that runs: meetings that stay where they are, times that are held free, what its organiser tells all.

-- Neither a new timetable nor a repair moves a meeting that is locked.
alter table matchday_meetings add column locked boolean not null default false;

create table matchday_announcements (
  id uuid primary key,
  matchday_id uuid not null references matchdays (id) on delete cascade,
  -- A message, or a ring of the bell.
  kind text not null check (kind in ('message', 'two-minutes', 'next-round')),
  -- One side alone; null is everybody.
  to_side text check (to_side in ('host', 'visitor')),
  text text not null default '' check (length(text) <= 500 and (kind <> 'message' or text <> '')),
  made_at timestamptz not null default clock_timestamp()
);
create index matchday_announcements_of on matchday_announcements (matchday_id, made_at desc);
call guard_tables('matchday_announcements');
create policy matchday_announcements_organiser on matchday_announcements to enlace_app
  using (matchday_id = any((select acting_run_matchdays())::uuid[])) with check (matchday_id = any((select acting_run_matchdays())::uuid[]));
-- Whom a side faces is known once it is admitted.
create policy matchday_announcements_told on matchday_announcements for select to enlace_app
  using (acting_faces(matchday_id) is not null and coalesce(to_side <> acting_faces(matchday_id), true));
grant select, insert on matchday_announcements to enlace_app;

-- A hold books a place, or a participant's time, for no meeting until an instant. The key of the bookings decides between
-- it and meetings, as it does between meetings.
alter table matchday_bookings add column held_until timestamptz, drop constraint matchday_bookings_for,
  add constraint matchday_bookings_for check (num_nonnulls(meeting_id, incident_id, held_until) = 1);
create index matchday_bookings_holds on matchday_bookings (matchday_id, held_until) where held_until is not null;
create policy matchday_bookings_holds on matchday_bookings to enlace_app
  using (held_until is not null and matchday_id = any((select acting_run_matchdays())::uuid[]))
  with check (held_until is not null and matchday_id = any((select acting_run_matchdays())::uuid[]));
grant select, insert, delete on matchday_bookings to enlace_app;

-- A hold that is over stands in nobody's way, whether or not anyone tidied it up.
create function pass_expired_hold() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from matchday_bookings
  where matchday_id = new.matchday_id and slot = new.slot and held = new.held and held_until <= clock_timestamp();
  return new;
end
$$;
create trigger matchday_bookings_pass before insert on matchday_bookings for each row execute function pass_expired_hold();
create function forget_expired_holds(matchday uuid) returns void language sql security definer set search_path = public
  as $$ delete from matchday_bookings where matchday_id = matchday and held_until <= clock_timestamp() $$;
call look_behind_walls('pass_expired_hold()', 'forget_expired_holds(uuid)');
