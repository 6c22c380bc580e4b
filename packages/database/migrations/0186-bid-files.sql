-- Files of bids lie apart from all other files: an agency that cares for a firm sees the firm's files, and must not see that
-- it bids. Of a sealed one, name and type are known inside of its envelope alone.
create table bid_files (
  id uuid primary key,
  call_id uuid not null references calls (id),
  organisation_id uuid not null references organisations (id),
  name text check (length(name) between 1 and 200),
  type text check (length(type) between 1 and 100),
  size int not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  check ((name is null) = (type is null))
);
create index bid_files_of on bid_files (call_id, organisation_id);
create index bid_files_by_age on bid_files (created_at);
-- With which revision of which bid a file was handed in; one that was is kept as long as the envelopes are.
create table bid_file_uses (
  bid_id uuid not null references bids (id),
  revision int not null,
  file_id uuid not null references bid_files (id),
  primary key (bid_id, revision, file_id)
);
create index bid_file_uses_of on bid_file_uses (file_id);

call guard_tables('bid_files', 'bid_file_uses');
create policy bid_files_own on bid_files for select to enlace_app using (organisation_id = acting_organisation());
create policy bid_files_keep on bid_files for insert to enlace_app
  with check (organisation_id = acting_organisation() and acting_bids_at(call_id, clock_timestamp()));
grant select, insert on bid_files to enlace_app;
create policy bid_file_uses_own on bid_file_uses for select to enlace_app using (acting_bid(bid_id));
-- The inner select is bound by the policy of bid_files: own files, of the same call.
create policy bid_file_uses_write on bid_file_uses for insert to enlace_app with check (
  acting_bid(bid_id) and exists (select from bid_files where bid_files.id = file_id and bid_files.call_id = call_of_bid(bid_id)));
grant select, insert on bid_file_uses to enlace_app;

-- A file that an opened envelope names, as far as the reader has the envelope; without `kept` where it was not handed in with it.
create function opened_bid_file(bid uuid, file uuid)
  returns table (call_id uuid, envelope text, named jsonb, sealed boolean, kept int, sha256 text)
  language sql stable security definer set search_path = public as $$
  select opened.call_id, opened.envelope, named, bid_files.name is null, bid_files.size, bid_files.sha256
  from openings_of(bid) as opened cross join jsonb_array_elements(coalesce(opened.content -> 'files', '[]')) as named
  join bids on bids.id = bid
  left join bid_file_uses as used on used.bid_id = bid and used.revision = bids.revision and used.file_id = file
  left join bid_files on bid_files.id = used.file_id
  where named ->> 'id' = file::text limit 1
$$;
call look_behind_walls('opened_bid_file(uuid, uuid)');
