-- Plans that are watched while they are made, made under other assumptions, explained, and taken back once published.
alter table matchday_plans
  add column name text not null default '' check (length(name) <= 80),
  -- How long it is made better.
  add column seconds int not null default 5 check (seconds between 1 and 600),
  -- What it assumes that is not so at the matchday.
  add column assumed jsonb not null default '{}',
  -- Meetings that stay where they are.
  add column kept uuid[] not null default '{}',
  -- How far it is while it is made.
  add column progress jsonb,
  -- The organiser takes what there is.
  add column enough boolean not null default false,
  -- No timetable of all these meetings has fewer idle stretches.
  add column bound int,
  add column shortage jsonb,
  add column published_at timestamptz,
  -- The timetable as it was before this one was published.
  add column replaced jsonb;
-- One that is called off while it is made.
grant delete on matchday_plans to enlace_app;
