-- Who bids, and how many, is known to nobody before the opening; so nor is it from the audit log, to the platform either.
create function bid_is_hidden(act text, body text) returns boolean language sql stable security definer set search_path = public as $$
  select act in ('bid.submitted', 'bid.confirmed', 'bid.withdrawn') and exists (
    select from calls where id = (body::jsonb #>> '{subject,callId}')::uuid and state = 'published')
$$;
call look_behind_walls('bid_is_hidden(text, text)');
drop policy audit_entries_read on audit_entries;
create policy audit_entries_read on audit_entries for select to enlace_app using (
  organisation_id = acting_organisation() or bidder_id = acting_organisation()
  or (acting_kind() = 'platform' and not bid_is_hidden(act, body)));
