-- Which firms the rows of an organiser's table mean: by their id, else by the tax number of the organiser's own lists, else by
-- name and country. Speaks for enlace_system, since those lists are read by no page; rivals behind a wall stay unknown.
create function find_firms(given jsonb) returns table (line int, firm uuid, kind text, found int)
  language sql stable security definer set search_path = public as $$
  with asked as materialized (
    select "row" as line, id, "taxId" as tax_id, country, name_key(name) as name_key
    from jsonb_to_recordset(given) as asked ("row" int, id uuid, "taxId" text, country text, name text)
  ), hits as (
    select asked.line, 1 as turn, firms.id, firms.kind from asked join organisations as firms on firms.id = asked.id
    union all
    select asked.line, 2, firms.id, firms.kind from asked
      join imported_subjects as known on known.agency_id = acting_organisation() and known.what in ('suppliers', 'buyers')
        and known.tax_id = asked.tax_id and (asked.country is null or known.country = asked.country)
      join organisations as firms on firms.id = known.subject_id
    union all
    select asked.line, 3, firms.id, firms.kind from asked
      join organisations as firms on name_key(firms.name) = asked.name_key and firms.country = asked.country
    where asked.name_key <> ''
  ), seen as (
    select line, turn, id, hits.kind, min(turn) over (partition by line) as best from hits
    where hits.kind in ('buyer', 'supplier') and id <> all ((select acting_walls())::uuid[])
  )
  select line, min(id::text)::uuid, min(seen.kind), count(distinct id)::int from seen where turn = best group by line
$$;
call look_behind_walls('find_firms(jsonb)');
