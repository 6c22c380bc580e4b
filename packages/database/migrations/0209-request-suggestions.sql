-- Pairs of a matchday that a match speaks for while neither has asked, for its organiser: who, and for which open need. How
-- well they fit stays with the two, and a "no" changes nothing here, or it would be known by what is missing.
create function matched_pairs(matchday uuid) returns table (host_id uuid, visitor_id uuid, title text, score double precision)
  language sql stable security definer set search_path = public as $$
  select host.id, visitor.id, (array_agg(needs.content ->> 'title' order by matches.score desc, needs.id))[1], max(matches.score)
  from matchday_participants as host
    join matches on matches.buyer_id = host.organisation_id and matches.score > 0
    join needs on needs.id = matches.need_id and needs.state = 'published' and needs.confidentiality = 'open'
    join matchday_participants as visitor on visitor.organisation_id = matches.supplier_id
      and visitor.matchday_id = host.matchday_id and visitor.state = 'admitted'
  where acting_runs_matchday(matchday) and host.matchday_id = matchday and host.side = 'host' and host.state = 'admitted'
    and not exists (select from matchday_wishes where wish <> 'no' and (by_id, of_id) in ((host.id, visitor.id), (visitor.id, host.id)))
    and not exists (select from matchday_introductions as given where given.host_id = host.id and given.visitor_id = visitor.id and withdrawn_at is null)
    and not exists (select from matchday_meetings as met where met.host_id = host.id and met.visitor_id = visitor.id and met.state <> 'cancelled')
  group by host.id, visitor.id
$$;
call look_behind_walls('matched_pairs(uuid)');
