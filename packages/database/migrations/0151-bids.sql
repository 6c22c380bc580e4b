create table bids (
  id uuid primary key,
  call_id uuid not null references calls (id),
  organisation_id uuid not null references organisations (id),
  state text not null check (state in ('submitted', 'withdrawn')),
  revision int not null,
  call_version int not null,
  submitted_by uuid,
  -- By the database's clock, the same reading that was held against the deadline.
  received_at timestamptz not null,
  digest text not null,
  -- Where the audit log tells of this revision; it is written last, so the row has none until its transaction ends.
  log_index bigint,
  unique (call_id, organisation_id)
);
-- What lies in each envelope of each revision: sealed, or in a plain call as it was written.
create table bid_envelopes (
  bid_id uuid not null references bids (id),
  revision int not null,
  envelope text not null check (envelope in ('qualification', 'technical', 'price')),
  body jsonb not null,
  primary key (bid_id, revision, envelope)
);
-- What each opener released for an envelope of a call; that it takes several is counted here.
create table releases (
  call_id uuid not null references calls (id),
  envelope text not null check (envelope in ('qualification', 'technical', 'price')),
  seat_id uuid not null references call_seats (id),
  shares jsonb not null,
  released_at timestamptz not null default clock_timestamp(),
  primary key (call_id, envelope, seat_id)
);
-- An opened envelope: its content, or why it did not open.
create table bid_openings (
  bid_id uuid not null references bids (id),
  call_id uuid not null references calls (id),
  envelope text not null check (envelope in ('qualification', 'technical', 'price')),
  content jsonb,
  fault text,
  opened_at timestamptz not null default clock_timestamp(),
  -- Whether the bid goes on after this envelope, and why not; null until it is settled.
  passed boolean,
  reason text not null default '',
  check (num_nonnulls(content, fault) = 1),
  primary key (bid_id, envelope)
);
create index bid_openings_of on bid_openings (call_id, envelope);
-- What the panel gave a bid by each criterion in the end.
create table bid_scores (
  bid_id uuid not null references bids (id),
  call_id uuid not null references calls (id),
  criterion text not null,
  score double precision not null check (score >= 0),
  primary key (bid_id, criterion)
);
create index bid_scores_of on bid_scores (call_id);

create table awards (
  id uuid primary key,
  call_id uuid not null references calls (id),
  -- Null where nobody is awarded.
  bid_id uuid references bids (id),
  reason text not null check (reason <> ''),
  proposed_by uuid not null,
  proposed_at timestamptz not null default clock_timestamp(),
  approved_by uuid,
  approved_at timestamptz,
  -- Refused by who approves, or fallen by a complaint.
  fell_at timestamptz,
  fell_reason text not null default '',
  check ((approved_by is null) = (approved_at is null))
);
create unique index awards_standing on awards (call_id) where fell_at is null;
create table debriefs (
  award_id uuid not null references awards (id),
  bid_id uuid not null references bids (id),
  call_id uuid not null references calls (id),
  numbers jsonb not null,
  reasons text not null check (reasons <> ''),
  improvement jsonb not null,
  written_by uuid,
  sent_at timestamptz not null default clock_timestamp(),
  read_at timestamptz,
  primary key (award_id, bid_id)
);
create table complaints (
  id uuid primary key,
  call_id uuid not null references calls (id),
  bid_id uuid not null references bids (id),
  text text not null check (text <> ''),
  filed_at timestamptz not null default clock_timestamp(),
  answer_by timestamptz not null,
  state text not null default 'open' check (state in ('open', 'upheld', 'dismissed')),
  answer text not null default '',
  answered_at timestamptz
);
create unique index complaints_open on complaints (bid_id) where state = 'open';
create index complaints_of on complaints (call_id);

-- Where a call stands at an instant. Deadlines are decided here and nowhere else.
create function call_phase(c calls, at timestamptz) returns text language sql stable security definer set search_path = public as $$
  select case c.state
    when 'published' then case when at < c.deadline then 'tendering' else 'opening' end
    when 'opened' then case
      when not c.settled then 'evaluating'
      when c.stage <> c.content -> 'envelopes' ->> -1 then 'opening'
      when exists (select from awards where call_id = c.id and fell_at is null) then 'proposed'
      else 'choosing' end
    when 'decided' then case
      when exists (select from complaints where call_id = c.id and state = 'open') then 'appeal'
      when at < c.standstill_until then 'standstill'
      else 'final' end
    else c.state end
$$;
-- The envelope to be opened next; null where none is.
create function next_envelope(c calls) returns text language sql immutable as $$
  select case when c.stage is null then c.content -> 'envelopes' ->> 0 else (
    select c.content -> 'envelopes' ->> at::int from generate_series(0, 2) as at where c.content -> 'envelopes' ->> (at::int - 1) = c.stage and at > 0 limit 1) end
$$;
create function acting_may_open(call uuid, which text) returns boolean language sql volatile security definer set search_path = public as $$
  select exists (select from calls where id = call and next_envelope(calls) = which
    and call_phase(calls, clock_timestamp()) = 'opening') and 'opener' = any (acting_seats(call))
$$;
create function acting_reads_bids(call uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from calls where id = call and state in ('opened', 'decided', 'closed'))
    and acting_seats(call) && '{author,approver,evaluator,observer}'
$$;
-- Opens the next envelope when as many have released it as it takes; false where it is not its time.
create function open_envelope(call uuid, which text) returns boolean language plpgsql security definer set search_path = public as $$
begin
  update calls set state = 'opened', stage = which, settled = false, updated_at = clock_timestamp()
  where id = call and next_envelope(calls) = which and call_phase(calls, clock_timestamp()) = 'opening'
    and (select count(*) from releases where call_id = call and envelope = which) >= (content ->> 'threshold')::int;
  return found;
end
$$;

call guard_tables('bids', 'bid_envelopes', 'releases', 'bid_openings', 'bid_scores', 'awards', 'debriefs', 'complaints');
-- Bids have their ids from the bidders' browsers, so one that is there, whosoever it is, cannot be taken again.
create function bid_is_new(bid uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select not exists (select from bids where id = bid) $$;
create function acting_bid(bid uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select from bids where id = bid and organisation_id = acting_organisation()) $$;
create function call_of_bid(bid uuid) returns uuid language sql stable security definer set search_path = public
  as $$ select call_id from bids where id = bid $$;

-- The second wall of the deadline: no bid is kept that was not received in time, or of who may not bid.
create function acting_bids_at(call uuid, at timestamptz) returns boolean language sql stable security definer set search_path = public as $$
  select acting_kind() = 'supplier' and exists (select from calls where id = call and version > 0
    and (access = 'open' or acting_invited_to_call(call)) and call_phase(calls, at) = 'tendering')
$$;
create policy bids_own on bids to enlace_app using (organisation_id = acting_organisation())
  with check (organisation_id = acting_organisation() and acting_bids_at(call_id, received_at));
-- Bids that an earlier envelope left behind.
create function bids_left(call uuid) returns setof uuid language sql stable security definer set search_path = public
  as $$ select bid_id from bid_openings where call_id = call and passed is not true $$;
create function standing_award(call uuid) returns uuid language sql stable security definer set search_path = public
  as $$ select id from awards where call_id = call and fell_at is null and approved_at is not null $$;
create function award_won(award uuid, bid uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select bid_id is not distinct from bid from awards where id = award $$;
create policy bids_opened on bids for select to enlace_app using (acting_reads_bids(call_id));
create policy bids_opening on bids for select to enlace_app using (acting_may_open(call_id, (select next_envelope(calls) from calls where calls.id = call_id)));
grant select, insert, update on bids to enlace_app;
create policy bid_envelopes_own on bid_envelopes to enlace_app using (acting_bid(bid_id)) with check (acting_bid(bid_id));
create policy bid_envelopes_opening on bid_envelopes for select to enlace_app using (acting_may_open(call_of_bid(bid_id), envelope));
grant select, insert on bid_envelopes to enlace_app;
create policy releases_seated on releases for select to enlace_app using (acting_seats(call_id) <> '{}');
create policy releases_opener on releases for insert to enlace_app with check (acting_may_open(call_id, envelope));
grant select, insert on releases to enlace_app;
create policy bid_openings_own on bid_openings for select to enlace_app using (acting_bid(bid_id));
create policy bid_openings_read on bid_openings for select to enlace_app using (acting_reads_bids(call_id));
create policy bid_openings_open on bid_openings for insert to enlace_app with check (acting_may_open(call_id, envelope));
create policy bid_openings_settle on bid_openings for update to enlace_app using (acting_owns_call(call_id)) with check (acting_owns_call(call_id));
grant select, insert, update on bid_openings to enlace_app;
create policy bid_scores_panel on bid_scores to enlace_app
  using (acting_owns_call(call_id) and acting_reads_bids(call_id)) with check (acting_owns_call(call_id));
grant select, insert, update, delete on bid_scores to enlace_app;
create policy awards_owner on awards to enlace_app
  using (acting_owns_call(call_id) and acting_reads_bids(call_id)) with check (acting_owns_call(call_id));
grant select, insert, update on awards to enlace_app;
create policy debriefs_owner on debriefs to enlace_app
  using (acting_owns_call(call_id) and acting_reads_bids(call_id)) with check (acting_owns_call(call_id));
create policy debriefs_own on debriefs for select to enlace_app using (acting_bid(bid_id));
create policy debriefs_read on debriefs for update to enlace_app using (acting_bid(bid_id)) with check (acting_bid(bid_id));
grant select, insert, update on debriefs to enlace_app;
create policy complaints_owner on complaints to enlace_app
  using (acting_owns_call(call_id) and acting_reads_bids(call_id)) with check (acting_owns_call(call_id));
create policy complaints_own on complaints for select to enlace_app using (acting_bid(bid_id));
create policy complaints_file on complaints for insert to enlace_app with check (acting_bid(bid_id) and state = 'open');
grant select, insert, update on complaints to enlace_app;

call look_behind_walls('call_phase(calls, timestamptz)',
  'acting_may_open(uuid, text)',
  'acting_reads_bids(uuid)',
  'open_envelope(uuid, text)',
  'acting_bids_at(uuid, timestamptz)',
  'bids_left(uuid)',
  'standing_award(uuid)',
  'award_won(uuid, uuid)',
  'bid_is_new(uuid)',
  'acting_bid(uuid)',
  'call_of_bid(uuid)');
