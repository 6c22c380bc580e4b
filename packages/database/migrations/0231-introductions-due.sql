-- An introduction has a day of its own by which it is answered, where the organiser says so, or where the matchday's had passed.
alter table matchday_introductions add column answer_by timestamptz;

-- Until when it can be answered: as it says itself, else until all answers are due.
create function introduced_until(answer_by timestamptz, proposed_at timestamptz, due_at timestamptz, ends_at timestamptz) returns timestamptz
  language sql immutable as $$ select coalesce(answer_by, case when due_at > proposed_at then due_at else ends_at end) $$;

-- As before, with that day; who accepts takes its own "no" back, and two who never meet do not agree: it looks as though the
-- other had not accepted.
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
  if not says then return 'kept'; end if;
  delete from matchday_wishes where wish = 'no' and by_id = own and of_id in (given.host_id, given.visitor_id);
  if not (wants_introduction(introduction, given.host_id, given.visitor_id)
    and wants_introduction(introduction, given.visitor_id, given.host_id))
    or exists (select from never_meets where host_id = given.host_id and visitor_id = given.visitor_id) then return 'kept'; end if;
  update matchday_introductions set agreed_at = clock_timestamp() where id = introduction;
  insert into matchday_wishes (matchday_id, by_id, of_id, wish)
    values (given.matchday_id, given.host_id, given.visitor_id, 'meet'), (given.matchday_id, given.visitor_id, given.host_id, 'meet')
    on conflict do nothing;
  return 'agreed';
end
$$;
drop function introduced_until(timestamptz, timestamptz, timestamptz);
