-- What the two of a virtual meeting, and who interprets it, write to each other where its room has no address.
create table matchday_room_messages (
  meeting_id uuid not null references matchday_meetings (id) on delete cascade,
  seq int not null,
  -- By which its writer knows it: sent again, it is kept once.
  id uuid not null,
  side text not null check (side in ('host', 'visitor', 'interpreter')),
  written_by uuid,
  -- The interpreter's name as it was; people of the two sides are known by written_by.
  interpreter text check ((side = 'interpreter') = (interpreter is not null)),
  text text not null check (length(text) between 1 and 2000),
  sent_at timestamptz not null default clock_timestamp(),
  primary key (meeting_id, seq),
  unique (meeting_id, id)
);
call guard_tables('matchday_room_messages');

-- Nobody but the two reads them; the organiser neither.
create policy matchday_room_messages_read on matchday_room_messages for select to enlace_app using (acting_side_of(meeting_id) is not null);
create policy matchday_room_messages_write on matchday_room_messages for insert to enlace_app with check (side = acting_side_of(meeting_id));
grant select, insert on matchday_room_messages to enlace_app;

-- Whether a meeting has a text room: in a virtual room without an address, and further on where somebody wrote before there was one.
create function text_room_stands(meeting uuid) returns boolean language sql volatile security definer set search_path = public as $$
  select exists (select from matchdays, jsonb_array_elements(content -> 'places') as given
      where matchdays.id = matchday_id and given ->> 'key' = place and given ->> 'kind' = 'virtual')
    and (exists (select from matchday_room_messages where meeting_id = one.id)
      or not exists (select from matchday_rooms as room where room.matchday_id = one.matchday_id and room.place = one.place))
  from matchday_meetings as one where id = meeting $$;
-- The same for the two of it and its organiser.
create function has_text_room(meeting uuid) returns boolean language sql volatile security definer set search_path = public as $$
  select text_room_stands(id) from matchday_meetings
  where id = meeting and (acting_side_of(id) is not null or acting_runs_matchday(matchday_id)) $$;

-- Writers of one meeting follow each other, so that numbers have no gap; nothing is kept once the meeting is over, by this clock.
create function keep_room_message() returns trigger language plpgsql security definer set search_path = public as $$
declare
  meeting matchday_meetings;
  refused text;
begin
  select * into meeting from matchday_meetings where id = new.meeting_id for no key update;
  new.sent_at := clock_timestamp();
  refused := case
    when meeting.state not in ('planned', 'held') or new.sent_at >= upper(slot_during(meeting.matchday_id, meeting.slot)) then 'over'
    when not text_room_stands(meeting.id) then 'elsewhere'
    when (select count(*) from matchday_room_messages as before where before.meeting_id = meeting.id and before.side = new.side
      and before.sent_at > new.sent_at - interval '1 minute') >= 30 then 'often' end;
  if refused is not null then
    raise exception 'no message is kept' using errcode = '23514', constraint = 'matchday_room_messages_' || refused;
  end if;
  new.seq := coalesce((select max(seq) from matchday_room_messages where meeting_id = meeting.id), 0) + 1;
  return new;
end
$$;
create trigger matchday_room_messages_keep before insert on matchday_room_messages for each row execute function keep_room_message();

-- The room of a meeting for the interpreter who sits at it, by the hash of their link; none for everybody else.
create function interpreted_room(hash text, meeting uuid) returns table (
  matchday_id uuid, organisation_id uuid, host_id uuid, visitor_id uuid, slot int, state text, stands boolean, name text, content jsonb)
  language sql volatile security definer set search_path = public as $$
  select matchdays.id, matchdays.organisation_id, host.organisation_id, visitor.organisation_id, met.slot, met.state, text_room_stands(met.id), one.name, one.content
  from interpreting(hash) as one join matchday_meetings as met on met.interpreter_id = one.interpreter_id and met.id = meeting
    join matchdays on matchdays.id = met.matchday_id and matchdays.state = 'published'
    join matchday_participants as host on host.id = met.host_id join matchday_participants as visitor on visitor.id = met.visitor_id $$;
create function interpreted_messages(hash text, meeting uuid, most int) returns setof matchday_room_messages
  language sql volatile security definer set search_path = public as $$
  select given.* from interpreted_room(hash, meeting), matchday_room_messages as given where given.meeting_id = meeting order by seq desc limit most $$;
-- Keeps what an interpreter writes; whether it is new.
create function interpret_message(hash text, meeting uuid, message uuid, said text) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  insert into matchday_room_messages (meeting_id, seq, id, side, interpreter, text)
    select meeting, 0, message, 'interpreter', name, said from interpreted_room(hash, meeting) on conflict (meeting_id, id) do nothing;
  return found;
end
$$;
call look_behind_walls('text_room_stands(uuid)', 'has_text_room(uuid)', 'keep_room_message()', 'interpreted_room(text, uuid)',
  'interpreted_messages(text, uuid, int)', 'interpret_message(text, uuid, uuid, text)');
-- It would tell of meetings of others.
revoke execute on function text_room_stands(uuid) from enlace_app;
