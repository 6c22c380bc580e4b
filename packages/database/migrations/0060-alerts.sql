-- A search that a person keeps for one organisation; it ends with the membership.
create table saved_searches (
  id uuid primary key,
  organisation_id uuid not null,
  user_id uuid not null,
  searched text not null check (searched in ('needs', 'suppliers')),
  name text not null check (length(name) between 1 and 120),
  rhythm text not null check (rhythm in ('instant', 'daily', 'weekly', 'off')),
  -- As it was asked, for the way back to the search; and as documents are compared with it: all of the words, and of
  -- each list of terms (such as "country:CL") any.
  asked jsonb not null,
  words tsquery not null,
  terms jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  last_told_at timestamptz,
  -- When what it found is to be told; null while nothing waits.
  due_at timestamptz,
  foreign key (organisation_id, user_id) references members on delete cascade
);
create index saved_searches_own on saved_searches (organisation_id, user_id, id desc);
create index saved_searches_listening on saved_searches (searched) where rhythm <> 'off';
create index saved_searches_due on saved_searches (due_at) where due_at is not null;

-- What a saved search found since it was saved. The key is why each thing is told once.
create table search_findings (
  saved_search_id uuid not null references saved_searches (id) on delete cascade,
  thing_id uuid not null,
  found_at timestamptz not null default clock_timestamp(),
  told_at timestamptz,
  primary key (saved_search_id, thing_id)
);
create index search_findings_waiting on search_findings (saved_search_id) where told_at is null;

-- When a person wants to be left alone; who set nothing has the night of the organisation's country.
create table alert_hours (
  user_id uuid primary key references users (id) on delete cascade,
  zone text not null check (length(zone) <= 60),
  quiet_from text not null check (quiet_from ~ '^\d\d:\d\d$'),
  quiet_until text not null check (quiet_until ~ '^\d\d:\d\d$')
);

-- The links in mails by which a search is turned off without signing in; a token itself is kept nowhere.
create table unsubscribe_links (
  token_hash bytea primary key,
  saved_search_id uuid not null references saved_searches (id) on delete cascade,
  created_at timestamptz not null default clock_timestamp()
);
create index unsubscribe_links_of on unsubscribe_links (saved_search_id, created_at);

-- The address of the List-Unsubscribe header; it holds a secret and is wiped with the text.
alter table mails add column unsubscribe text;

call guard_tables('saved_searches', 'search_findings', 'alert_hours', 'unsubscribe_links');

create policy saved_searches_own on saved_searches to enlace_app
  using (organisation_id = acting_organisation() and user_id = acting_user())
  with check (organisation_id = acting_organisation() and user_id = acting_user());
grant select, insert, delete, update (name, rhythm, due_at) on saved_searches to enlace_app;

-- The inner select is bound by the policy of saved_searches.
create policy search_findings_own on search_findings to enlace_app
  using (exists (select from saved_searches where id = saved_search_id));
grant select, delete on search_findings to enlace_app;

create policy alert_hours_own on alert_hours to enlace_app
  using (user_id = acting_user()) with check (user_id = acting_user());
grant select, insert, update on alert_hours to enlace_app;

-- Whoever holds a token acts as nobody, so these two speak for enlace_system about the one search it names.
create function unsubscribe_read(token text) returns table (name text, off boolean)
  language sql stable security definer set search_path = public as $$
  select saved_searches.name, rhythm = 'off' from unsubscribe_links
    join saved_searches on saved_searches.id = saved_search_id where token_hash = sha256(convert_to(token, 'UTF8'))
$$;
create function unsubscribe_use(token text) returns table (name text, off boolean)
  language sql security definer set search_path = public as $$
  with turned as (
    update saved_searches set rhythm = 'off', due_at = null
    where id = (select saved_search_id from unsubscribe_links where token_hash = sha256(convert_to(token, 'UTF8')))
    returning saved_searches.id, saved_searches.name
  ), forgotten as (
    delete from search_findings using turned where saved_search_id = turned.id and told_at is null
  )
  select turned.name, true from turned
$$;
grant create on schema public to enlace_system;
alter function unsubscribe_read(text) owner to enlace_system;
alter function unsubscribe_use(text) owner to enlace_system;
revoke create on schema public from enlace_system;
revoke execute on function unsubscribe_read(text), unsubscribe_use(text) from public;
grant execute on function unsubscribe_read(text), unsubscribe_use(text) to enlace_app;
