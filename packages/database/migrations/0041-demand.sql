-- How well open needs are served, for agencies alone: counts, never who was ranked. Security definer, since an agency sees
-- neither needs for invited ones nor the rankings of others.
create function need_supply() returns table (need_id uuid, passing int, best double precision)
  language sql stable security definer set search_path = public
  as $$
    select needs.id, count(matches.supplier_id) filter (where matches.score > 0)::int, coalesce(max(matches.score), 0)
    from needs join rankings on rankings.need_id = needs.id left join matches on matches.need_id = needs.id
    where acting_kind() = 'agency' and needs.state = 'published' and needs.confidentiality in ('open', 'alias')
      and (needs.content ->> 'answerBy' is null or needs.content ->> 'answerBy' >= to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD'))
    group by needs.id
  $$;
-- In how many open needs' lists the firms of an agency stand, and how many of those they want.
create function firm_matches() returns table (supplier_id uuid, matches int, interested int)
  language sql stable security definer set search_path = public
  as $$
    select matches.supplier_id, count(*)::int, count(*) filter (where match_answers.answer = 'interested')::int
    from agency_firms
    join matches on matches.supplier_id = agency_firms.organisation_id
    join needs on needs.id = matches.need_id and needs.state = 'published'
    left join match_answers on match_answers.need_id = matches.need_id and match_answers.supplier_id = matches.supplier_id
    where agency_firms.agency_id = acting_organisation() group by matches.supplier_id
  $$;
-- Which of an agency's firms have people of their own.
create function joined_firms() returns table (organisation_id uuid)
  language sql stable security definer set search_path = public
  as $$
    select distinct members.organisation_id from agency_firms join members on members.organisation_id = agency_firms.organisation_id
    where agency_firms.agency_id = acting_organisation()
  $$;
