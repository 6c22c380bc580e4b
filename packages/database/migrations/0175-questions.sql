-- What may-be bidders ask about a call. Nothing in a question's row, not its id and not a time, tells who asked or when.
create table questions (
  id uuid primary key default gen_random_uuid(),
  call_id uuid not null references calls (id) on delete cascade,
  -- In the order of asking; shown to nobody, since a gap in it would tell of questions that wait.
  place int not null,
  text text not null check (text <> ''),
  -- The answer in force; 0 while there is none.
  version int not null default 0,
  unique (call_id, place),
  unique (id, call_id)
);
-- Who asked it, and who asked the same later and follows it. Nobody reads this of others, and the buyer least of all.
create table question_askers (
  question_id uuid not null,
  call_id uuid not null,
  organisation_id uuid not null references organisations (id),
  -- By the database's clock, the same reading that was held against the end of questions.
  asked_at timestamptz not null,
  primary key (question_id, organisation_id),
  foreign key (question_id, call_id) references questions (id, call_id) on delete cascade
);
create index question_askers_of on question_askers (organisation_id, call_id);
-- Every answer that was given stays; a corrected one is a version more.
create table question_answers (
  question_id uuid not null references questions (id) on delete cascade,
  version int not null check (version > 0),
  text text not null check (text <> ''),
  answered_by uuid,
  answered_at timestamptz not null,
  primary key (question_id, version)
);

create function call_of_question(question uuid) returns uuid language sql stable security definer set search_path = public
  as $$ select call_id from questions where id = question $$;
create function acting_asked(question uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select from question_askers where question_id = question and organisation_id = acting_organisation()) $$;
-- Whether the acting supplier may ask at an instant. The end of questions is decided here and nowhere else.
create function acting_asks_at(call uuid, at timestamptz) returns boolean language sql stable security definer set search_path = public as $$
  select acting_kind() = 'supplier' and exists (select from calls where id = call and version > 0
    and (access = 'open' or acting_invited_to_call(call)) and call_phase(calls, at) = 'tendering' and at < questions_until)
$$;
-- What was asked before, for one who asks now: the rule of likeness compares with all of it, and tells of one at most.
create function asked_before(call uuid) returns table (id uuid, text text) language sql stable security definer set search_path = public as $$
  select id, text from questions where call_id = call and acting_asks_at(call, clock_timestamp()) order by place
$$;
create function next_question_place(call uuid) returns int language sql volatile security definer set search_path = public
  as $$ select coalesce(max(place), 0) + 1 from questions where call_id = call $$;
create function acting_replies_at(call uuid, at timestamptz) returns boolean language sql stable security definer set search_path = public as $$
  select 'author' = any (acting_seats(call)) and exists (select from calls where id = call and call_phase(calls, at) = 'tendering')
$$;

call guard_tables('questions', 'question_askers', 'question_answers');
-- Answered ones are for all who see the call; those that wait for the buyer's side and for who asked.
create policy questions_answered on questions for select to enlace_app
  using (version > 0 and exists (select from calls where calls.id = call_id));
create policy questions_buyer on questions for select to enlace_app
  using (acting_owns_call(call_id) or acting_seats(call_id) <> '{}');
create policy questions_own on questions for select to enlace_app using (acting_asked(id));
create policy questions_ask on questions for insert to enlace_app
  with check (version = 0 and acting_kind() = 'supplier' and exists (select from calls where calls.id = call_id));
create policy questions_reply on questions for update to enlace_app
  using ('author' = any (acting_seats(call_id))) with check ('author' = any (acting_seats(call_id)));
grant select, insert, update (version) on questions to enlace_app;
create policy question_askers_own on question_askers to enlace_app using (organisation_id = acting_organisation())
  with check (organisation_id = acting_organisation() and acting_asks_at(call_id, asked_at));
grant select, insert on question_askers to enlace_app;
create policy question_answers_seen on question_answers for select to enlace_app
  using (exists (select from questions where questions.id = question_id));
create policy question_answers_reply on question_answers for insert to enlace_app
  with check (acting_replies_at(call_of_question(question_id), answered_at));
grant select, insert on question_answers to enlace_app;

call look_behind_walls('call_of_question(uuid)',
  'acting_asked(uuid)',
  'acting_asks_at(uuid, timestamptz)',
  'asked_before(uuid)',
  'next_question_place(uuid)',
  'acting_replies_at(uuid, timestamptz)');
