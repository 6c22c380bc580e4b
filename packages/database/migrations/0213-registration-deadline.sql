-- After a matchday's deadline no firm registers itself, by the clock of the statement that would keep it; its organiser lets in whom it likes.
create function registration_over(matchday uuid) returns boolean language sql volatile
  as $$ select coalesce((content ->> 'registerBy')::timestamptz <= clock_timestamp(), false) from matchdays where id = matchday $$;
create function keep_deadline() returns trigger language plpgsql as $$
begin
  if new.state = 'applied' and old.state is distinct from 'applied' and acting_organisation() = new.organisation_id
    and registration_over(new.matchday_id) then
    raise exception 'registration is over' using errcode = '23514', constraint = 'matchday_participants_deadline';
  end if;
  return new;
end
$$;
create trigger matchday_participants_deadline before insert or update of state on matchday_participants
  for each row execute function keep_deadline();
