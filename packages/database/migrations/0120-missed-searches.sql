-- Searches that found nothing or next to nothing: a statistic of what is lacking, without anything of the person.
-- One row a day, organisation and thing sought, so that asking again, or a repeated write, counts nothing twice.
create table missed_searches (
  day date not null,
  organisation_id uuid not null references organisations (id) on delete cascade,
  searched text not null check (searched in ('suppliers', 'needs')),
  words text not null check (length(words) <= 150 and words !~ '[0-9@]'),
  -- A division such as "CPV 44"; '' stands for what is not known, so that it can be part of the key.
  category text not null,
  country text not null,
  region text not null,
  primary key (day, organisation_id, searched, words, category, country, region)
);
alter table missed_searches enable row level security;
alter table missed_searches force row level security;
-- Written for oneself and read by nobody: only the counts below leave.
create policy missed_searches_own on missed_searches for insert to enlace_app
  with check (organisation_id = acting_organisation());
create policy missed_searches_system on missed_searches to enlace_system using (true) with check (true);
grant insert on missed_searches to enlace_app;
grant select, insert, delete on missed_searches to enlace_system;

-- For agencies alone: how often suppliers were sought and hardly found, by what and where. Security definer, since
-- nobody may read the rows. Without what was sought by those of whom the agency must find no trace.
create function missed_counts(days int) returns table (category text, country text, region text, searches int)
  language sql stable security definer set search_path = public
  as $$
    select category, country, region, count(*)::int from missed_searches
    where acting_kind() = 'agency' and searched = 'suppliers' and organisation_id <> all ((select acting_walls())::uuid[])
      and (days is null or day > (clock_timestamp() at time zone 'UTC')::date - days)
    group by category, country, region
  $$;
-- Words that at least so many organisations searched.
create function missed_words(days int, division text, fewest int)
  returns table (words text, searched text, category text, organisations int, searches int)
  language sql stable security definer set search_path = public
  as $$
    select words, searched, mode() within group (order by category), count(distinct organisation_id)::int, count(*)::int
    from missed_searches
    where acting_kind() = 'agency' and words <> '' and organisation_id <> all ((select acting_walls())::uuid[])
      and (division is null or category = division)
      and (days is null or day > (clock_timestamp() at time zone 'UTC')::date - days)
    group by words, searched having count(distinct organisation_id) >= fewest
    order by 4 desc, 5 desc, words limit 100
  $$;
revoke execute on function missed_counts(int), missed_words(int, text, int) from public;
grant execute on function missed_counts(int), missed_words(int, text, int) to enlace_app;
