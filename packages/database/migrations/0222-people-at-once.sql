-- Who comes to the meetings that the actor sees, as before, but all of a matchday at once instead of meeting by meeting, and of
-- one meeting alone where only that is asked for. Nothing is joined here that Postgres has no statistics of.
drop function shown_people(uuid);
create function shown_people(matchday uuid, only_meeting uuid) returns table (meeting_id uuid, side text, people jsonb, proposed boolean, nobody boolean)
  language sql stable security definer set search_path = public as $$
  with asking as materialized (select acting_participant(matchday) as own, acting_runs_matchday(matchday) as runs),
  seen as materialized (
    select meetings.id, slot, state, host_id, visitor_id, own, runs from asking, matchday_meetings as meetings
    where runs and matchday_id = matchday and (only_meeting is null or meetings.id = only_meeting)
    union all
    select meetings.id, slot, state, host_id, visitor_id, own, runs from asking, matchday_meetings as meetings
    where not runs and own in (host_id, visitor_id) and matchday_id = matchday and (only_meeting is null or meetings.id = only_meeting)),
  -- The sides with a party; whether more is known of it than who comes.
  sides as materialized (
    select seen.id as meeting_id, slot, state, one.side, one.id as participant_id, runs or one.id = own as known
    from seen cross join lateral (values ('host', host_id), ('visitor', visitor_id)) as one (side, id)
    where exists (select from party_members as members where members.participant_id = one.id)),
  -- People of a party who are at a meeting for somebody else at some time: few.
  wanderers as materialized (
    select coalesce(array_agg(distinct members.id), '{}') as ids from party_members as members
      join meeting_people as other on other.user_id = members.user_id and other.participant_id <> members.participant_id
    where members.matchday_id = matchday and not isempty(other.during)),
  told as (
    select meeting_id, participant_id, side, known, state = 'planned' as planned, null::jsonb as people, null::boolean as proposed, false as can from sides
    union all
    select people.meeting_id, people.participant_id, null, null, null,
      jsonb_agg(jsonb_build_object('id', members.id, 'name', members.name, 'role', members.role) order by members.added_at, members.id), bool_or(not by_hand), false
    from meeting_people as people join party_members as members on members.id = people.member_id
    where people.meeting_id in (select sides.meeting_id from sides) group by 1, 2
    union all
    select sides.meeting_id, sides.participant_id, null, null, null, null, null, true
    from sides join party_members as members on members.participant_id = sides.participant_id
    where sides.known and sides.state = 'planned' and sides.slot <> all(members.away)
      and (members.id <> all((select ids from wanderers)::uuid[]) or can_come(members, sides.slot)))
  select told.meeting_id, max(told.side), coalesce((array_agg(told.people) filter (where told.people is not null))[1], '[]'),
    bool_or(known) and coalesce(bool_or(told.proposed), false), bool_or(known) and bool_or(planned) and not bool_or(can)
  from told group by told.meeting_id, told.participant_id having max(told.side) is not null $$;
call look_behind_walls('shown_people(uuid, uuid)');
