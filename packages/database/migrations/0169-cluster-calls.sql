-- A cluster bids in a call of its own: the call names its cluster, of which the challenge is the call's need. Nothing of a
-- challenge names a call, and the database lets no other firm be asked.
alter table challenge_clusters add unique (id, need_id);
alter table calls
  add column cluster_id uuid,
  add foreign key (cluster_id, need_id) references challenge_clusters (id, need_id) on delete set null (cluster_id),
  add check (cluster_id is null or (need_id is not null and access = 'invited'));
create index calls_of_cluster on calls (cluster_id) where cluster_id is not null;
-- A cluster bids once at a time.
create unique index calls_running_of_cluster on calls (cluster_id) where state not in ('closed', 'cancelled');
create policy calls_cluster on calls as restrictive to enlace_app
  using (true) with check (cluster_id is null or acting_owns_challenge(need_id));

create function call_asks(call uuid, supplier uuid) returns boolean language sql stable security definer set search_path = public as $$
  select calls.cluster_id is null or exists (select from challenge_candidates as firms
    where firms.need_id = calls.need_id and firms.cluster_id = calls.cluster_id and firms.supplier_id = supplier)
  from calls where id = call
$$;
create policy call_invitations_cluster on call_invitations as restrictive for insert to enlace_app with check (call_asks(call_id, supplier_id));

-- When what was awarded was carried over to the proposals of the challenge: once.
alter table awards add column carried_at timestamptz, add check (carried_at is null or approved_at is not null);

call look_behind_walls('call_asks(uuid, uuid)');
