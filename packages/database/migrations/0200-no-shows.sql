-- Who did not come to a matchday. It counts at this organiser's next ones alone, is known to the firm and the organiser, and lapses.
create table no_shows (
  id uuid primary key,
  matchday_id uuid not null references matchdays (id) on delete cascade,
  organiser_id uuid not null references organisations (id),
  organisation_id uuid not null references organisations (id),
  -- Its side; a witness of the same side is the firm itself.
  side text not null check (side in ('host', 'visitor')),
  -- Null where it was absent from the day.
  meeting_id uuid references matchday_meetings (id) on delete cascade,
  witness text not null check (witness in ('organiser', 'host', 'visitor')),
  noted_at timestamptz not null default clock_timestamp(),
  -- Whoever noted it took it back.
  withdrawn_at timestamptz,
  excuse_kind text check (excuse_kind in ('illness', 'travel', 'timetable', 'not-told', 'was-there', 'other')),
  excuse_text text not null default '' check (length(excuse_text) <= 1000),
  excused_at timestamptz,
  accepted boolean,
  decision_reason text not null default '' check (length(decision_reason) <= 1000),
  decided_at timestamptz,
  decided_by uuid,
  unique nulls not distinct (matchday_id, organisation_id, meeting_id),
  check ((excuse_kind is null) = (excused_at is null)),
  check ((accepted is null) = (decided_at is null))
);
create index no_shows_of on no_shows (organisation_id, noted_at desc);
create index no_shows_at on no_shows (organiser_id, noted_at desc);

call guard_tables('no_shows');

create policy no_shows_firm on no_shows to enlace_app using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
create policy no_shows_organiser on no_shows to enlace_app using (organiser_id = acting_organisation()) with check (organiser_id = acting_organisation());
grant select, update (excuse_kind, excuse_text, excused_at, accepted, decision_reason, decided_at, decided_by) on no_shows to enlace_app;

-- Policies do not see the row as it was: a firm excuses itself and does not decide, an organiser decides and does not excuse.
create function keep_no_show() returns trigger language plpgsql as $$
begin
  if acting_organisation() = new.organisation_id
      and (new.accepted, new.decision_reason, new.decided_at, new.decided_by) is distinct from (old.accepted, old.decision_reason, old.decided_at, old.decided_by) then
    raise exception 'a firm does not decide on its own excuse' using errcode = '42501';
  end if;
  if acting_organisation() = new.organiser_id
      and (new.excuse_kind, new.excuse_text, new.excused_at) is distinct from (old.excuse_kind, old.excuse_text, old.excused_at) then
    raise exception 'an excuse is the firm''s own' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger no_shows_keep before update on no_shows for each row execute function keep_no_show();

-- Notes an absence as the organiser or as a side of the meeting, which does not read it afterwards. True where it is new, or
-- counts again; null where there is nothing like this.
create function note_no_show(entry uuid, matchday uuid, participant uuid, meeting uuid) returns boolean
  language plpgsql volatile security definer set search_path = public as $$
declare
  seen_by text;
  fresh boolean;
begin
  seen_by := case when acting_runs_matchday(matchday) then 'organiser' else acting_side_of(meeting) end;
  if seen_by is null or not exists (select from matchday_participants where id = participant and matchday_id = matchday)
    or (meeting is not null and not exists (select from matchday_meetings where id = meeting and matchday_id = matchday and participant in (host_id, visitor_id)))
  then return null; end if;
  insert into no_shows (id, matchday_id, organiser_id, organisation_id, side, meeting_id, witness)
  select entry, matchday, matchdays.organisation_id, people.organisation_id, side, meeting, seen_by
  from matchdays, matchday_participants as people where matchdays.id = matchday and people.id = participant
  on conflict (matchday_id, organisation_id, meeting_id) do update
    set withdrawn_at = null, witness = excluded.witness where no_shows.withdrawn_at is not null
  returning true into fresh;
  return coalesce(fresh, false);
end
$$;

-- Takes back what the acting side or organiser noted of a meeting, except of one firm, where nobody decided on it yet.
create function withdraw_no_shows(meeting uuid, except_of uuid) returns void
  language sql volatile security definer set search_path = public as $$
    update no_shows set withdrawn_at = clock_timestamp()
    where meeting_id = meeting and withdrawn_at is null and decided_at is null
      and organisation_id is distinct from (select organisation_id from matchday_participants where id = except_of)
      and witness = case when acting_runs_matchday(matchday_id) then 'organiser' else acting_side_of(meeting) end
  $$;

-- How an entry stands. Where the other side alone says so and the firm itself says otherwise, it does not count before the organiser decides.
create function no_show_state(entry no_shows) returns text language sql stable security definer set search_path = public as $$
  select case
    when entry.withdrawn_at is not null then 'withdrawn'
    when entry.accepted then 'excused'
    when entry.noted_at < now() - interval '12 months' then 'lapsed'
    when entry.decided_at is null and entry.witness not in ('organiser', entry.side) and exists (
      select from meeting_outcomes where meeting_id = entry.meeting_id and organisation_id = entry.organisation_id
        and held is not null and held <> 'we-absent') then 'disputed'
    else 'counts' end
$$;

call look_behind_walls('note_no_show(uuid, uuid, uuid, uuid)', 'withdraw_no_shows(uuid, uuid)', 'no_show_state(no_shows)');
