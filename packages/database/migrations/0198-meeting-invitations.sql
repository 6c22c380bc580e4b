-- The invitation that goes with a mail (iCalendar); wiped with the text.
alter table mails add column calendar text;

-- What each person was told of each meeting by mail. The key is why nobody is told the same twice.
create table meeting_invitations (
  meeting_id uuid not null references matchday_meetings (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  -- As the calendar was told it.
  sequence int not null,
  slot int not null,
  place text not null,
  off boolean not null,
  told_at timestamptz not null default clock_timestamp(),
  primary key (meeting_id, user_id, sequence)
);
create index meeting_invitations_user on meeting_invitations (user_id);
call guard_tables('meeting_invitations');
