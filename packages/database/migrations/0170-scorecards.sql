-- That an evaluator said where he is not free, before he read a bid of the call.
create table declarations (
  call_id uuid not null references calls (id),
  user_id uuid not null,
  declared_at timestamptz not null default clock_timestamp(),
  primary key (call_id, user_id)
);
-- Bids that somebody said to have an interest in; more can be added, none is taken away.
create table recusals (
  call_id uuid not null references calls (id),
  bid_id uuid not null references bids (id),
  user_id uuid not null,
  text text not null check (text <> ''),
  declared_at timestamptz not null default clock_timestamp(),
  primary key (bid_id, user_id)
);
create index recusals_of on recusals (call_id, user_id);

-- Addresses of these are anybody's, so they say nothing of who belongs together; nor does that of the demo.
create function is_public_mail(domain text) returns boolean language sql immutable parallel safe as $$
  select domain in ('gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'hotmail.es', 'live.com', 'msn.com', 'yahoo.com',
    'yahoo.es', 'ymail.com', 'icloud.com', 'me.com', 'aol.com', 'proton.me', 'protonmail.com', 'gmx.com', 'gmx.net', 'gmx.de',
    'web.de', 'mail.com', 'zoho.com', 'yandex.com', 'mail.ru', 'qq.com', '163.com', 'terra.cl', 'vtr.net', 'uol.com.br', 'bol.com.br',
    'terra.com.br', 'prodigy.net.mx', 'orange.fr', 'free.fr', 'laposte.net', 'libero.it', 'tutanota.com', 'fastmail.com',
    'demo.enlace.example')
$$;
create function mail_domain(email text) returns text language sql immutable parallel safe as $$ select lower(split_part(email, '@', 2)) $$;

-- Why a person keeps away from a bid, or null. Every organisation that the person belongs to counts, not the acting one alone.
create function conflict_of(bid uuid, person uuid) returns text language sql stable security definer set search_path = public as $$
  with bidder as (select organisation_id as id from bids where bids.id = bid),
    own as (
      select organisation_id as id from members where user_id = person
      union select call_seats.organisation_id from call_seats join bids on bids.call_id = call_seats.call_id where bids.id = bid and call_seats.user_id = person)
  select case
    when exists (select from recusals where bid_id = bid and user_id = person) then 'declared'
    when exists (select from own join bidder using (id)) then 'organisation'
    when exists (select from supplier_merges join bidder on bidder.id in (survivor_id, absorbed_id)
      join own on own.id in (survivor_id, absorbed_id) where undone_at is null) then 'ownership'
    when exists (select from own, bidder where own.id = any (walls_of(bidder.id)) or bidder.id = any (walls_of(own.id))) then 'rival'
    when exists (select from bidder join members on members.organisation_id = bidder.id join users on users.id = members.user_id
      join users as judge on judge.id = person
      where mail_domain(users.email) = mail_domain(judge.email) and not is_public_mail(mail_domain(judge.email))) then 'domain'
  end
$$;

-- Whether who acts must not read a bid that is open to his seat. In a plain call its author may sit everywhere, and reads all.
create function acting_barred(call uuid, bid uuid) returns boolean language sql stable security definer set search_path = public as $$
  select case when calls.sealing = 'plain' and 'author' = any (seats) then false
    else ('evaluator' = any (seats) and not exists (select from declarations where call_id = call and user_id = acting_user()))
      or conflict_of(bid, acting_user()) is not null end
  from calls, acting_seats(call) as seats where calls.id = call
$$;

-- One evaluator's work on one envelope; when it is submitted, it is final.
create table scorecards (
  call_id uuid not null references calls (id),
  envelope text not null check (envelope in ('qualification', 'technical', 'price')),
  user_id uuid not null,
  submitted_at timestamptz not null default clock_timestamp(),
  primary key (call_id, envelope, user_id)
);
create table panel_scores (
  call_id uuid not null references calls (id),
  envelope text not null check (envelope in ('qualification', 'technical', 'price')),
  bid_id uuid not null references bids (id),
  criterion text not null,
  user_id uuid not null,
  score int not null check (score between 0 and 100),
  comment text not null default '',
  scored_at timestamptz not null default clock_timestamp(),
  -- One score by one person, whatever happens.
  primary key (bid_id, criterion, user_id)
);
create index panel_scores_of on panel_scores (call_id, envelope);
-- Where the author says otherwise than the panel's median.
create table moderations (
  call_id uuid not null references calls (id),
  envelope text not null check (envelope in ('qualification', 'technical', 'price')),
  bid_id uuid not null references bids (id),
  criterion text not null,
  score double precision not null check (score between 0 and 100),
  reason text not null check (reason <> ''),
  moderated_by uuid not null,
  moderated_at timestamptz not null default clock_timestamp(),
  primary key (bid_id, criterion)
);
create index moderations_of on moderations (call_id, envelope);

-- Those of whom a card is still due: who sits as an evaluator, has handed none in and may read one bid at least.
create function panel_pending(call uuid, which text) returns setof uuid language sql stable security definer set search_path = public as $$
  select distinct user_id from call_seats where call_seats.call_id = call and seat = 'evaluator' and user_id is not null
    and not exists (select from scorecards where scorecards.call_id = call and envelope = which and scorecards.user_id = call_seats.user_id)
    and exists (select from bid_openings where bid_openings.call_id = call and envelope = which and fault is null
      and conflict_of(bid_id, call_seats.user_id) is null)
$$;
create function card_submitted(call uuid, which text, person uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select from scorecards where call_id = call and envelope = which and user_id = person) $$;
-- Blind: an evaluator sees what others gave when his own card is in; the other seats when nobody's is due any more.
create function acting_sees_panel(call uuid, which text) returns boolean language sql stable security definer set search_path = public as $$
  select case when 'evaluator' = any (seats) then card_submitted(call, which, acting_user()) else leads end
    and not (leads and exists (select from panel_pending(call, which)))
  from (select seats, seats && '{author,approver,observer}' as leads from acting_seats(call) as seats) as sits
$$;
-- Whether who acts scores a bid now: its envelope is the one being scored, his card is not in, and nothing keeps him from it.
create function acting_scores(call uuid, which text, bid uuid) returns boolean language sql stable security definer set search_path = public as $$
  select 'evaluator' = any (acting_seats(call)) and exists (select from calls where id = call and stage = which
      and call_phase(calls, clock_timestamp()) = 'evaluating')
    and exists (select from bid_openings where bid_id = bid and call_id = call and envelope = which and fault is null)
    and not card_submitted(call, which, acting_user()) and not acting_barred(call, bid)
$$;
create function acting_moderates(call uuid, which text) returns boolean language sql stable security definer set search_path = public as $$
  select 'author' = any (acting_seats(call)) and acting_owns_call(call) and acting_sees_panel(call, which)
    and exists (select from calls where id = call and stage = which and call_phase(calls, clock_timestamp()) = 'evaluating')
$$;
-- The panel by name, with who has handed his card in.
create function call_panel(call uuid, which text) returns table (user_id uuid, name text, submitted_at timestamptz, pending boolean)
  language sql stable security definer set search_path = public as $$
  select users.id, users.name, scorecards.submitted_at, users.id in (select panel_pending(call, which)) from (
    select call_seats.user_id from call_seats where call_seats.call_id = call and seat = 'evaluator' and call_seats.user_id is not null
    union select scorecards.user_id from scorecards where scorecards.call_id = call and envelope = which) as panel
  join users on users.id = panel.user_id
  left join scorecards on scorecards.call_id = call and scorecards.envelope = which and scorecards.user_id = panel.user_id
  where acting_reads_bids(call) order by users.name, users.id
$$;
-- The bids of an envelope that was opened, with what keeps who acts from each; nothing of what they hold.
create function call_conflicts(call uuid, which text) returns table (bid_id uuid, conflict text, text text)
  language sql stable security definer set search_path = public as $$
  select opened.bid_id, conflict_of(opened.bid_id, acting_user()), coalesce(recusals.text, '') from bid_openings as opened
  left join recusals on recusals.bid_id = opened.bid_id and recusals.user_id = acting_user()
  where opened.call_id = call and opened.envelope = which and opened.fault is null and acting_reads_bids(call)
$$;
create function envelope_opened_at(call uuid, which text) returns timestamptz language sql stable security definer set search_path = public as $$
  select coalesce((select min(opened_at) from bid_openings where call_id = call and envelope = which), (select updated_at from calls where id = call))
$$;
-- How much an evaluator has before him: bids that he is free to score, and their words.
create function scoring_of(call uuid, which text) returns table (bids int, words int)
  language sql stable security definer set search_path = public as $$
  select count(distinct opened.bid_id)::int, coalesce(sum(cardinality(regexp_split_to_array(btrim(answer ->> 'text'), '\s+')))
      filter (where btrim(answer ->> 'text') <> ''), 0)::int
  from call_conflicts(call, which) as told join bid_openings as opened on opened.bid_id = told.bid_id and opened.envelope = which
  left join lateral jsonb_array_elements(opened.content -> 'answers') as answer on true
  where told.conflict is null
$$;
-- Bids that nobody who sits in the panel, or handed a card in, may score.
create function unscored_bids(call uuid, which text) returns setof uuid language sql stable security definer set search_path = public as $$
  select opened.bid_id from bid_openings as opened where opened.call_id = call and opened.envelope = which and opened.fault is null
    and acting_reads_bids(call) and not exists (select from call_panel(call, which) as panel
      where conflict_of(opened.bid_id, panel.user_id) is null)
$$;
-- Who keeps away from which bid, for those who see how the panel scored it.
create function panel_conflicts(call uuid, which text) returns table (bid_id uuid, user_id uuid, conflict text)
  language sql stable security definer set search_path = public as $$
  select opened.bid_id, panel.user_id, conflict_of(opened.bid_id, panel.user_id) from bid_openings as opened,
    (select distinct call_seats.user_id from call_seats where call_seats.call_id = call and seat = 'evaluator' and call_seats.user_id is not null) as panel
  where opened.call_id = call and opened.envelope = which and opened.fault is null and acting_reads_bids(call)
    and conflict_of(opened.bid_id, panel.user_id) is not null
$$;
-- An opened bid as the reader may have it: all of its envelopes, without the content of one he must not read. What keeps him
-- from it is asked once (offset 0), since that is most of the work of reading bids.
create function openings_of(bid uuid) returns setof bid_openings language sql stable security definer set search_path = public as $$
  select opened.bid_id, opened.call_id, opened.envelope, case when barred then null else opened.content end,
    case when barred then 'bid.conflict' else opened.fault end, opened.opened_at, opened.passed, opened.reason
  from bid_openings as opened, lateral (select acting_barred(opened.call_id, bid) as barred offset 0) as reader
  where opened.bid_id = bid and acting_reads_bids(opened.call_id)
$$;

call guard_tables('declarations', 'recusals', 'scorecards', 'panel_scores', 'moderations');
create policy declarations_own on declarations for select to enlace_app using (user_id = acting_user());
create policy declarations_write on declarations for insert to enlace_app
  with check (user_id = acting_user() and 'evaluator' = any (acting_seats(call_id)));
grant select, insert on declarations to enlace_app;
create policy recusals_own on recusals for select to enlace_app using (user_id = acting_user());
create policy recusals_write on recusals for insert to enlace_app
  with check (user_id = acting_user() and 'evaluator' = any (acting_seats(call_id)) and call_of_bid(bid_id) = call_id);
grant select, insert on recusals to enlace_app;
create policy scorecards_own on scorecards for select to enlace_app using (user_id = acting_user());
create policy scorecards_write on scorecards for insert to enlace_app
  with check (user_id = acting_user() and 'evaluator' = any (acting_seats(call_id)));
grant select, insert on scorecards to enlace_app;
create policy panel_scores_own on panel_scores for select to enlace_app
  using (user_id = acting_user() and not acting_barred(call_id, bid_id));
create policy panel_scores_blind on panel_scores for select to enlace_app using (
  card_submitted(call_id, envelope, user_id) and conflict_of(bid_id, user_id) is null
    and acting_sees_panel(call_id, envelope) and not acting_barred(call_id, bid_id));
create policy panel_scores_write on panel_scores for insert to enlace_app
  with check (user_id = acting_user() and acting_scores(call_id, envelope, bid_id));
create policy panel_scores_change on panel_scores for update to enlace_app
  using (user_id = acting_user() and acting_scores(call_id, envelope, bid_id))
  with check (user_id = acting_user() and acting_scores(call_id, envelope, bid_id));
grant select, insert, update on panel_scores to enlace_app;
create policy moderations_seen on moderations for select to enlace_app
  using (acting_sees_panel(call_id, envelope) and not acting_barred(call_id, bid_id));
create policy moderations_write on moderations for insert to enlace_app
  with check (moderated_by = acting_user() and acting_moderates(call_id, envelope) and not acting_barred(call_id, bid_id));
create policy moderations_change on moderations for update to enlace_app
  using (acting_moderates(call_id, envelope) and not acting_barred(call_id, bid_id))
  with check (moderated_by = acting_user() and acting_moderates(call_id, envelope));
create policy moderations_take_back on moderations for delete to enlace_app
  using (acting_moderates(call_id, envelope) and not acting_barred(call_id, bid_id));
grant select, insert, update, delete on moderations to enlace_app;

-- From here on a conflict, or not having declared, hides what an envelope holds from whoever else may read it.
drop policy bid_openings_read on bid_openings;
create policy bid_openings_read on bid_openings for select to enlace_app
  using (acting_reads_bids(call_id) and not acting_barred(call_id, bid_id));

call look_behind_walls('conflict_of(uuid, uuid)',
  'acting_barred(uuid, uuid)',
  'panel_pending(uuid, text)',
  'card_submitted(uuid, text, uuid)',
  'acting_sees_panel(uuid, text)',
  'acting_scores(uuid, text, uuid)',
  'acting_moderates(uuid, text)',
  'call_panel(uuid, text)',
  'call_conflicts(uuid, text)',
  'envelope_opened_at(uuid, text)',
  'scoring_of(uuid, text)',
  'unscored_bids(uuid, text)',
  'panel_conflicts(uuid, text)',
  'openings_of(uuid)');
