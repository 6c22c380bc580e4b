-- Until when firms answer each other's requests to meet at a matchday, and who was reminded of it.

-- When answers are due at a matchday; null where the organiser set nothing.
create function answers_due(content jsonb) returns timestamptz language sql stable as $$ select (content ->> 'answerBy')::timestamptz $$;
-- Whether they were due, by this clock.
create function answers_are_late(content jsonb) returns boolean language sql volatile
  as $$ select coalesce(answers_due(content) <= clock_timestamp(), false) $$;

-- Who was reminded of requests without an answer; once at a matchday.
create table request_reminders (
  participant_id uuid primary key references matchday_participants (id) on delete cascade,
  reminded_at timestamptz not null default clock_timestamp()
);
call guard_tables('request_reminders');
