-- What no meeting holds and is taken all the same: who is out and what is closed, what is held free, interpreters who are away.
create function door_taken(matchday uuid) returns table (slot int, held text)
  language sql stable security definer set search_path = public as $$
  select slot, held from matchday_bookings
  where matchday_id = matchday and meeting_id is null and coalesce(held_until > clock_timestamp(), true) and acting_at_door(matchday)
  union all select gone, id::text from matchday_interpreters, unnest(away) as gone where matchday_id = matchday and acting_at_door(matchday)
$$;
create function door_interpreters(matchday uuid) returns table (meeting_id uuid, interpreter_id uuid)
  language sql stable security definer set search_path = public as $$
  select id, interpreter_id from matchday_meetings where matchday_id = matchday and interpreter_id is not null and acting_at_door(matchday)
$$;
call look_behind_walls('door_taken(uuid)', 'door_interpreters(uuid)');
