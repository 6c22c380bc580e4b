-- How the places of lists are shared out, for the needs of one country or, '' , of all that have no policy of their own.
create table fairness_policies (
  id uuid not null unique default gen_random_uuid(),
  country text primary key check (country = '' or country ~ '^[A-Z]{2}$'),
  -- The agency to which the platform entrusted it, or null.
  keeper_id uuid references organisations (id),
  floor boolean not null default false,
  period_days int not null default 90 check (period_days between 7 and 365),
  tolerance double precision not null default 0.02 check (tolerance between 0 and 0.02),
  new_share double precision not null default 0 check (new_share between 0 and 0.2),
  revision int not null default 1,
  set_by uuid,
  set_at timestamptz not null default clock_timestamp(),
  -- When agencies were last told that places pile up.
  alarmed_at timestamptz
);
insert into fairness_policies (country) values ('');
alter table fairness_policies enable row level security;
alter table fairness_policies force row level security;
create policy fairness_policies_system on fairness_policies to enlace_system using (true) with check (true);
create policy fairness_policies_read on fairness_policies for select to enlace_app using (acting_kind() in ('agency', 'platform'));
create policy fairness_policies_platform on fairness_policies to enlace_app
  using (acting_kind() = 'platform') with check (acting_kind() = 'platform');
create policy fairness_policies_keeper on fairness_policies for update to enlace_app
  using (keeper_id = acting_organisation()) with check (keeper_id = acting_organisation());
grant select, insert, update on fairness_policies to enlace_app;
grant select, insert, update on fairness_policies to enlace_system;

-- The place by score alone; `rank` is the one shown. And why a match was given a held place.
alter table matches add column merit int;
update matches set merit = rank;
alter table matches alter column merit set not null;
alter table matches add column lifted text check (lifted in ('new', 'floor'));
-- How many of the shown places the policy in force held when the list was made.
alter table rankings add column held int not null default 0;
alter table rankings add column changed_xid xid8 not null default pg_current_xact_id();
create index rankings_changed on rankings (changed_xid);

-- When a supplier first came to the market.
alter table passports add column first_published_at timestamptz;
update passports set first_published_at = coalesce(
  (select min(published_at) from passport_versions where passport_versions.organisation_id = passports.organisation_id), published_at);
create function keep_first_published() returns trigger language plpgsql as $$
begin
  if new.state = 'published' and new.first_published_at is null then new.first_published_at := clock_timestamp(); end if;
  return new;
end
$$;
create trigger passports_first_published before insert or update on passports for each row execute function keep_first_published();

-- Which country a need belongs to: where it is needed, else where its buyer is.
create function need_country(place_country text, buyer uuid) returns text language sql stable parallel safe
  as $$ select coalesce(place_country, (select country from organisations where id = buyer)) $$;

-- The lists of a period, in one country or everywhere, for those who look after fairness; to each as though whoever it must
-- find no trace of were in none. A rival can leave up to ten out at the end of a list, so an agency reads the first forty.
create function fair_matches(days int, within text)
  returns table (need_id uuid, supplier_id uuid, rank int, merit int, lifted text, score double precision)
  language sql stable security definer set search_path = public as $$
  select * from (
  select matches.need_id, matches.supplier_id, (row_number() over (partition by matches.need_id order by matches.rank))::int as rank,
    (row_number() over (partition by matches.need_id order by matches.merit))::int as merit, matches.lifted, matches.score
  from needs join matches on matches.need_id = needs.id and matches.score > 0 and matches.supplier_id <> all ((select acting_walls())::uuid[])
  where needs.published_at >= clock_timestamp() - make_interval(days => days)
    and (within = '' or need_country(needs.content -> 'place' ->> 'country', needs.organisation_id) = within)
  ) as listed where acting_kind() is distinct from 'agency' or listed.merit <= 40
$$;
revoke execute on function fair_matches(int, text) from public;
grant execute on function fair_matches(int, text) to enlace_system;

-- How often each supplier was shown: sums over lists, never who asked. A size that a supplier shows nobody is left out.
create function supplier_exposures(days int, within text)
  returns table (id uuid, staff int, country text, region text, shown int, merited int, eligible int, worth double precision)
  language sql stable security definer set search_path = public as $$
  select listed.supplier_id,
    case when passports.published -> 'visibility' ->> 'staff' is distinct from 'nobody' then (passports.published -> 'facts' ->> 'staff')::numeric::int end,
    passports.published -> 'facts' ->> 'country', passports.published -> 'facts' ->> 'region',
    listed.shown, listed.merited, listed.eligible, listed.worth
  from (
    select supplier_id, count(*) filter (where rank <= 10)::int as shown, count(*) filter (where merit <= 10)::int as merited,
      count(*)::int as eligible, sum(score) as worth
    from fair_matches(days, within) group by supplier_id
  ) as listed
  join passports on passports.organisation_id = listed.supplier_id
  where (current_setting('role') = 'enlace_system' or acting_kind() in ('agency', 'platform'))
$$;
-- What the lists of a period are worth as shown and by merit alone, and how many held places were given.
create function fair_worth(days int, within text) returns table (lists int, lifted int, shown double precision, merited double precision)
  language sql stable security definer set search_path = public as $$
  select count(distinct need_id)::int, count(lifted)::int,
    coalesce(sum(score / log(2.0, rank + 1)) filter (where rank <= 10), 0), coalesce(sum(score / log(2.0, merit + 1)) filter (where merit <= 10), 0)
  from fair_matches(days, within) where current_setting('role') = 'enlace_system' or acting_kind() in ('agency', 'platform')
$$;
revoke execute on function supplier_exposures(int, text), fair_worth(int, text) from public;
grant execute on function supplier_exposures(int, text), fair_worth(int, text) to enlace_app, enlace_system;
