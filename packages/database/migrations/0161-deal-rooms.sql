-- What two linked sides write to each other. A number per room without gaps: who read up to one read all before it.
create table linkage_messages (
  linkage_id uuid not null references linkages (id) on delete cascade,
  seq int not null,
  organisation_id uuid not null references organisations (id),
  written_by uuid,
  text text not null check (length(text) <= 4000),
  sent_at timestamptz not null default clock_timestamp(),
  primary key (linkage_id, seq)
);

create table linkage_files (
  linkage_id uuid not null,
  seq int not null,
  file_id uuid not null,
  organisation_id uuid not null,
  primary key (linkage_id, seq, file_id),
  foreign key (linkage_id, seq) references linkage_messages (linkage_id, seq) on delete cascade,
  foreign key (file_id, organisation_id) references files (id, organisation_id)
);
create index linkage_files_by_file on linkage_files (file_id);

-- How far a side has read.
create table linkage_reads (
  linkage_id uuid not null references linkages (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  seq int not null,
  read_at timestamptz not null default clock_timestamp(),
  primary key (linkage_id, organisation_id)
);

-- A row is a side's consent; it sees the other's once both are there.
create table linkage_contacts (
  linkage_id uuid not null references linkages (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  name text not null check (length(name) between 1 and 120),
  email text not null check (length(email) <= 254),
  phone text check (length(phone) <= 40),
  shared_by uuid,
  shared_at timestamptz not null default clock_timestamp(),
  primary key (linkage_id, organisation_id)
);

create table linkage_blocks (
  linkage_id uuid not null references linkages (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  blocked_at timestamptz not null default clock_timestamp(),
  primary key (linkage_id, organisation_id)
);

-- What is reported goes to the platform with the one message it is about, and nothing else of the room.
create table linkage_reports (
  id uuid primary key,
  linkage_id uuid not null references linkages (id) on delete cascade,
  reporter_id uuid not null references organisations (id),
  reported_id uuid not null references organisations (id),
  reported_by uuid,
  reason text not null check (reason in ('spam', 'abuse', 'fraud', 'other')),
  text text not null default '' check (length(text) <= 1000),
  quote text check (length(quote) <= 4000),
  reported_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz
);
create index linkage_reports_open on linkage_reports (settled_at nulls first, reported_at desc);

-- Who has a part in a buyer's decisions, in the order that the buyer gave them.
create table decision_people (
  organisation_id uuid not null references organisations (id),
  place int not null,
  role text not null check (role in ('needs', 'decides', 'tests', 'buys', 'signs')),
  title text not null check (length(title) between 1 and 120),
  name text check (length(name) <= 120),
  outsourced_to text check (length(outsourced_to) <= 120),
  shown_from text check (shown_from in ('match', 'conversation', 'offer', 'contract')),
  primary key (organisation_id, place)
);

create function acting_shares_contact(linkage uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select from linkage_contacts where linkage_id = linkage and organisation_id = acting_organisation()) $$;
-- Whether the other side shares its contact data, which is told before the data are.
create function partner_shares_contact(linkage uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select acting_linked(linkage) and exists (select from linkage_contacts where linkage_id = linkage and organisation_id <> acting_organisation()) $$;

call guard_tables('linkage_messages', 'linkage_files', 'linkage_reads', 'linkage_contacts', 'linkage_blocks', 'linkage_reports', 'decision_people');
do $$
declare t text;
begin
  foreach t in array array['linkage_messages', 'linkage_files', 'linkage_reads', 'linkage_blocks'] loop
    execute format('create policy %I on %I for select to enlace_app using (acting_linked(linkage_id))', t || '_pair', t);
    execute format('create policy %I on %I for insert to enlace_app with check (organisation_id = acting_organisation() and acting_linked(linkage_id))', t || '_write', t);
    execute format('grant select, insert on %I to enlace_app', t);
  end loop;
end
$$;
create policy linkage_reads_change on linkage_reads for update to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
grant update (seq, read_at) on linkage_reads to enlace_app;
create policy linkage_blocks_lift on linkage_blocks for delete to enlace_app using (organisation_id = acting_organisation());
grant delete on linkage_blocks to enlace_app;

create policy linkage_contacts_own on linkage_contacts to enlace_app
  using (organisation_id = acting_organisation() and acting_linked(linkage_id))
  with check (organisation_id = acting_organisation() and acting_linked(linkage_id));
create policy linkage_contacts_shared on linkage_contacts for select to enlace_app
  using (acting_linked(linkage_id) and acting_shares_contact(linkage_id));
grant select, insert, update, delete on linkage_contacts to enlace_app;

create policy linkage_reports_file on linkage_reports for insert to enlace_app
  with check (reporter_id = acting_organisation() and acting_linked(linkage_id));
create policy linkage_reports_own on linkage_reports for select to enlace_app using (reporter_id = acting_organisation());
create policy linkage_reports_platform on linkage_reports to enlace_app
  using (acting_kind() = 'platform') with check (acting_kind() = 'platform');
grant select, insert, update (settled_at) on linkage_reports to enlace_app;

create policy decision_people_own on decision_people to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
-- From which stage on a line is shown is decided where it is read; here, that there is a live linkage with a named buyer.
create policy decision_people_linked on decision_people for select to enlace_app using (
  shown_from is not null and exists (
    select from linkages where buyer_id = decision_people.organisation_id and supplier_id = acting_organisation()
      and not buyer_hidden and stage not in ('requested', 'stopped')));
grant select, insert, delete on decision_people to enlace_app;

-- The inner select is bound by the policy of linkage_files: files of one's own rooms.
create policy files_linked on files for select to enlace_app
  using (exists (select from linkage_files where linkage_files.file_id = files.id));

-- What a firm sends into a room is none of its agency's business, unless it stands in the passport as well.
create function stands_in_room(file uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select from linkage_files where file_id = file) and not exists (select from passport_files where file_id = file) $$;
create policy files_of_rooms on files as restrictive for select to enlace_app
  using (acting_kind() is distinct from 'agency' or not stands_in_room(id));

call look_behind_walls('stands_in_room(uuid)',
  'acting_shares_contact(uuid)',
  'partner_shares_contact(uuid)');
