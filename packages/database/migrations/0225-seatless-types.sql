-- As before, but firms of a type without seats are not counted: a table of thousands of them counted each row against all.
create or replace function keep_type() returns trigger language plpgsql security definer set search_path = public as $$
declare
  found jsonb;
begin
  -- Who is out gives its seat back.
  if new.state <> 'admitted' then new.type := null; end if;
  if new.type is not distinct from old.type then return new; end if;
  if new.state = 'admitted' and acting_organisation() = new.organisation_id then
    raise exception 'a participant does not choose its type' using errcode = '42501';
  end if;
  if new.type is null then return new; end if;
  -- One at a time, so that whoever comes second counts the first.
  perform from matchdays where id = new.matchday_id for update;
  select one into found from matchdays, jsonb_array_elements(content -> 'types') as one
  where matchdays.id = new.matchday_id and one ->> 'key' = new.type and one ->> 'side' = new.side;
  if found is null then
    raise exception 'there is no such type' using errcode = '23514', constraint = 'matchday_participants_type';
  end if;
  if found ->> 'seats' is null then return new; end if;
  if (found ->> 'seats')::int <= (
    select count(*) from matchday_participants as other where other.matchday_id = new.matchday_id and other.type = new.type and other.id <> new.id) then
    raise exception 'all seats are taken' using errcode = '23514', constraint = 'matchday_participants_seats';
  end if;
  return new;
end
$$;
