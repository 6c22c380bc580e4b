-- What an operator watches, as numbers only; nobody reads the rows behind them through this.
create function work_figures() returns table (reaction text, open int, parked int, oldest_seconds int)
  language sql stable security definer set search_path = public
  as $$
    select 'publish', count(*)::int, 0, coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0)::int
    from events where published_at is null
    union all
    select run.reaction, count(*) filter (where parked_at is null)::int, count(*) filter (where parked_at is not null)::int,
      coalesce(extract(epoch from clock_timestamp() - min(events.occurred_at)), 0)::int
    from reaction_runs as run join events on events.id = run.event_id where run.done_at is null group by run.reaction
  $$;
revoke execute on function work_figures() from public;
grant execute on function work_figures() to enlace_app, enlace_system;
