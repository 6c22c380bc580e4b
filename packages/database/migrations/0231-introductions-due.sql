-- An introduction has a day of its own by which it is answered, where the organiser says so, or where the matchday's had passed.
alter table matchday_introductions add column answer_by timestamptz;

-- Until when it can be answered: as it says itself, else until all answers are due.
create function introduced_until(answer_by timestamptz, proposed_at timestamptz, due_at timestamptz, ends_at timestamptz) returns timestamptz
  language sql immutable as $$ select coalesce(answer_by, case when due_at > proposed_at then due_at else ends_at end) $$;

-- Keeps what the actor says of an introduction: "absent", "withdrawn", "expired", "kept", or "agreed" where both accepted it.
-- Then they are agreed as though both had asked. Of two answers at once the second waits and knows of the first.
create or replace function answer_introduction(introduction uuid, says boolean) returns text
  language plpgsql security definer set search_path = public as $$
declare
  given matchday_introductions;
  own uuid;
begin
  select * into given from matchday_introductions where id = introduction for update;
  select id into own from matchday_participants
    where id in (given.host_id, given.visitor_id) and organisation_id = acting_organisation() and state = 'admitted';
  if own is null then return 'absent'; end if;
  if given.withdrawn_at is not null then return 'withdrawn'; end if;
  if given.agreed_at is not null then return 'agreed'; end if;
  if (select introduced_until(given.answer_by, given.proposed_at, answers_due(content), ends_at) <= clock_timestamp() from matchdays where id = given.matchday_id) then
    return 'expired';
  end if;
  insert into introduction_answers (introduction_id, participant_id, accepts) values (introduction, own, says)
    on conflict (introduction_id, participant_id) do update set accepts = says, said_at = clock_timestamp();
  if not (says and wants_introduction(introduction, given.host_id, given.visitor_id)
    and wants_introduction(introduction, given.visitor_id, given.host_id)) then return 'kept'; end if;
  update matchday_introductions set agreed_at = clock_timestamp() where id = introduction;
  insert into matchday_wishes (matchday_id, by_id, of_id, wish)
    values (given.matchday_id, given.host_id, given.visitor_id, 'meet'), (given.matchday_id, given.visitor_id, given.host_id, 'meet')
    on conflict (by_id, of_id) do update set wish = 'meet', said_at = clock_timestamp() where matchday_wishes.wish = 'no';
  return 'agreed';
end
$$;
drop function introduced_until(timestamptz, timestamptz, timestamptz);
