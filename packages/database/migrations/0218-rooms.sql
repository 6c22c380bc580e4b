-- Virtual rooms: where the two of a meeting meet elsewhere, and who of them is there.
create table matchday_rooms (
  matchday_id uuid not null references matchdays (id) on delete cascade,
  place text not null,
  address text not null check (length(address) <= 500 and address ~ '^https://'),
  -- What makes the part of an address that is one meeting's alone: nobody guesses it who knows another meeting's.
  secret uuid not null default gen_random_uuid(),
  primary key (matchday_id, place)
);

-- That a side is in the room of its meeting; a row is written once it came in, and says when it was there last.
create table matchday_room_visits (
  meeting_id uuid not null references matchday_meetings (id) on delete cascade,
  side text not null check (side in ('host', 'visitor')),
  entered_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  left_at timestamptz,
  primary key (meeting_id, side)
);

call guard_tables('matchday_rooms', 'matchday_room_visits');

-- The two of a meeting read its address by room_address alone.
create policy matchday_rooms_organiser on matchday_rooms to enlace_app
  using (matchday_id = any((select acting_run_matchdays())::uuid[])) with check (matchday_id = any((select acting_run_matchdays())::uuid[]));
grant select, insert, update, delete on matchday_rooms to enlace_app;

-- Whoever sees a meeting sees who is in its room; each side says so of itself alone.
create policy matchday_room_visits_seen on matchday_room_visits for select to enlace_app
  using (meeting_id in (select id from matchday_meetings));
create policy matchday_room_visits_come on matchday_room_visits for insert to enlace_app with check (side = acting_side_of(meeting_id));
create policy matchday_room_visits_go on matchday_room_visits for update to enlace_app
  using (side = acting_side_of(meeting_id)) with check (side = acting_side_of(meeting_id));
grant select, insert, update on matchday_room_visits to enlace_app;

-- Where a meeting takes place, for its two sides alone. When they may know is for the caller to say: slots are in the content.
create function room_address(meeting uuid) returns text language sql stable security definer set search_path = public
  as $$ select replace(address, '{meeting}', encode(sha256(convert_to(secret || ' ' || id, 'UTF8')), 'hex'))
    from matchday_meetings join matchday_rooms using (matchday_id, place)
    where id = meeting and acting_side_of(meeting) is not null $$;
call look_behind_walls('room_address(uuid)');
