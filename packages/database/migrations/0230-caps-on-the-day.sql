-- How many meetings a firm may have, on the day too: what two firms book on the spot passes no cap; what the organiser
-- adds may, once it says so, which stands with the incident.

-- The rules that so many meetings more of two participants would pass: of which side, its cap or a quota of it, and how many it allows.
create function passed_caps(host uuid, visitor uuid, more int) returns table (side text, rule text, most int)
  language sql volatile security definer set search_path = public as $$
  with one as (
    select own.id, own.matchday_id, own.side, own.type, coalesce(other.type, other.side) as met_as
    from matchday_participants as own join matchday_participants as other on other.id = case own.id when host then visitor else host end
    where own.id in (host, visitor)
  ), ruled as (
    select one.*, coalesce((typed.rules ->> 'mostMeetings')::int, (content ->> 'mostMeetings')::int) as most,
      (select (quota ->> 'atMost')::int from jsonb_array_elements(typed.rules -> 'quotas') as quota where quota ->> 'type' = met_as limit 1) as alike
    from one join matchdays on matchdays.id = one.matchday_id left join lateral (
      select given as rules from jsonb_array_elements(content -> 'types') as given
      where given ->> 'key' = one.type and given ->> 'side' = one.side limit 1) as typed on true
  )
  select ruled.side, case when met + more > most then 'most' else 'quota' end, case when met + more > most then most else alike end
  from ruled cross join lateral (
    select count(*)::int as met, count(*) filter (where coalesce(partner.type, partner.side) = met_as)::int as met_alike
    from matchday_meetings as given join matchday_participants as partner on partner.id in (given.host_id, given.visitor_id) and partner.id <> ruled.id
    where ruled.id in (given.host_id, given.visitor_id) and given.state in ('planned', 'held')) as counted
  where met + more > most or met_alike + more > alike $$;
-- The same for the organiser and for the two.
create function caps_passed(host uuid, visitor uuid) returns table (side text, rule text, most int)
  language sql volatile security definer set search_path = public as $$
  select passed.* from matchday_participants as one, passed_caps(host, visitor, 1) as passed
  where one.id = host and (acting_runs_matchday(one.matchday_id) or acting_participant(one.matchday_id) in (host, visitor)) $$;

-- Refuses what a firm books for itself beyond a cap; of two at once the second waits and counts the first.
create function keep_caps() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if coalesce(acting_participant(new.matchday_id) in (new.host_id, new.visitor_id), false) then
    perform from matchday_participants where id in (new.host_id, new.visitor_id) order by id for no key update;
    if exists (select from passed_caps(new.host_id, new.visitor_id, 0)) then
      raise exception 'no more meetings than a cap allows' using errcode = '23514', constraint = 'matchday_meetings_cap';
    end if;
  end if;
  return null;
end
$$;
-- Of all that one statement changes the outcome counts: a meeting that is off makes room for another.
create constraint trigger matchday_meetings_cap after insert on matchday_meetings deferrable initially immediate
  for each row execute function keep_caps();
call look_behind_walls('passed_caps(uuid, uuid, int)', 'caps_passed(uuid, uuid)', 'keep_caps()');
-- It would tell of meetings of others.
revoke execute on function passed_caps(uuid, uuid, int) from enlace_app;

alter table matchday_incidents add column over_cap boolean not null default false;
-- As before, with whether the organiser passed a cap.
create or replace function keep_repair(matchday uuid, incident jsonb, given jsonb, shut jsonb) returns void
  language plpgsql security definer set search_path = public as $$
begin
  if not acting_runs_matchday(matchday) and acting_faces(matchday) is null then
    raise exception 'only who is admitted mends a matchday' using errcode = '42501';
  end if;
  insert into matchday_incidents (id, matchday_id, kind, by_organisation_id, by_user_id, participant_id, meeting_id, place, minutes, changes, took_ms, over_cap)
  select (incident ->> 'id')::uuid, matchday, incident ->> 'kind', acting_organisation(), (incident ->> 'userId')::uuid, (incident ->> 'participantId')::uuid,
    (incident ->> 'meetingId')::uuid, incident ->> 'place', (incident ->> 'minutes')::int, incident -> 'changes', (incident ->> 'tookMs')::real,
    (incident ->> 'overCap')::boolean;
  perform change_meetings(matchday, given);
  insert into matchday_bookings (matchday_id, slot, held, incident_id)
  select matchday, one.slot, one.held, (incident ->> 'id')::uuid from jsonb_to_recordset(shut) as one (held text, slot int)
  where not exists (select from matchday_bookings as b where b.matchday_id = matchday and b.slot = one.slot and b.held = one.held and b.incident_id is not null);
end
$$;
