-- What the acting organisation has at matchdays is looked up once for a statement, not once for each row it passes: at a
-- matchday of 8,000 meetings a firm's own list took longer than the meetings.

create index matchday_meetings_host on matchday_meetings (host_id);

-- Speak for enlace_system, so that the policies of what belongs to a matchday do not call each other in a circle.
create function acting_participants() returns uuid[]
  language sql stable security definer set search_path = public
  as $$ select coalesce(array_agg(id), '{}') from matchday_participants where organisation_id = acting_organisation() $$;
create function acting_run_matchdays() returns uuid[]
  language sql stable security definer set search_path = public
  as $$ select coalesce(array_agg(id), '{}') from matchdays where organisation_id = acting_organisation() $$;
-- The sides that the acting organisation sees, each as "<matchday> <side>": hosts see visitors and visitors hosts, once they are admitted.
create function acting_faced() returns text[]
  language sql stable security definer set search_path = public
  as $$ select coalesce(array_agg(matchday_id || case side when 'host' then ' visitor' else ' host' end), '{}')
    from matchday_participants where organisation_id = acting_organisation() and state = 'admitted' $$;
-- Whom it was to meet.
create function acting_met() returns uuid[]
  language sql stable security definer set search_path = public
  as $$ select coalesce(array_agg(met), '{}') from (
    select visitor_id as met from matchday_meetings where host_id = any(acting_participants())
    union all select host_id from matchday_meetings where visitor_id = any(acting_participants())) as meetings $$;

alter policy matchday_participants_organiser on matchday_participants
  using (matchday_id = any((select acting_run_matchdays())::uuid[])) with check (matchday_id = any((select acting_run_matchdays())::uuid[]));
alter policy matchday_participants_other_side on matchday_participants
  using (state = 'admitted' and matchday_id || ' ' || side = any((select acting_faced())::text[])
    and organisation_id <> all ((select acting_walls())::uuid[]));
alter policy matchday_participants_met on matchday_participants using (id = any((select acting_met())::uuid[]));
alter policy matchday_wishes_own on matchday_wishes
  using (by_id = any((select acting_participants())::uuid[])) with check (by_id = any((select acting_participants())::uuid[]));
alter policy matchday_wishes_told on matchday_wishes
  using (wish <> 'no' and (of_id = any((select acting_participants())::uuid[]) or matchday_id = any((select acting_run_matchdays())::uuid[])));
alter policy matchday_plans_organiser on matchday_plans
  using (matchday_id = any((select acting_run_matchdays())::uuid[])) with check (matchday_id = any((select acting_run_matchdays())::uuid[]));
alter policy matchday_meetings_organiser on matchday_meetings
  using (matchday_id = any((select acting_run_matchdays())::uuid[])) with check (matchday_id = any((select acting_run_matchdays())::uuid[]));
alter policy matchday_meetings_own on matchday_meetings
  using (host_id = any((select acting_participants())::uuid[]) or visitor_id = any((select acting_participants())::uuid[]))
  with check (host_id = any((select acting_participants())::uuid[]) or visitor_id = any((select acting_participants())::uuid[]));

call look_behind_walls('acting_participants()', 'acting_run_matchdays()', 'acting_faced()', 'acting_met()');
