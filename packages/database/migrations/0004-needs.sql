create table needs (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  state text not null check (state in ('draft', 'published', 'closed', 'cancelled')),
  version int not null default 0,
  content jsonb not null,
  kind text not null generated always as (content ->> 'kind') stored,
  title text not null generated always as (content ->> 'title') stored,
  confidentiality text not null generated always as (content ->> 'confidentiality') stored,
  created_by uuid,
  import_id uuid,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  published_at timestamptz,
  -- The transaction that last changed the row; in-memory copies read on from a snapshot's lower bound.
  changed_xid xid8 not null default pg_current_xact_id()
);
create index needs_own on needs (organisation_id, created_at desc, id desc);
create index needs_open on needs (published_at desc, id desc) where state = 'published';
create index needs_changed on needs (changed_xid);

create table need_versions (
  need_id uuid not null references needs (id) on delete cascade,
  version int not null,
  content jsonb not null,
  reason text not null default '',
  published_by uuid,
  published_at timestamptz not null default clock_timestamp(),
  primary key (need_id, version)
);

-- Who was asked by name; it opens an "invited" need to them.
create table need_invitations (
  need_id uuid not null references needs (id) on delete cascade,
  supplier_id uuid not null references organisations (id),
  invited_at timestamptz not null default clock_timestamp(),
  primary key (need_id, supplier_id)
);

-- Security definer, so that the policies of needs and need_invitations do not call each other in a circle.
create function acting_invited_to(need uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select from need_invitations where need_id = need and supplier_id = acting_organisation()) $$;
create function acting_owns_need(need uuid) returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select from needs where id = need and organisation_id = acting_organisation()) $$;

alter table needs enable row level security;
alter table needs force row level security;
create policy needs_own on needs to enlace_app
  using (organisation_id = acting_organisation()) with check (organisation_id = acting_organisation());
create policy needs_seen on needs for select to enlace_app using (
  acting_organisation() is not null and state <> 'draft' and version > 0
  and (confidentiality in ('open', 'alias') or acting_invited_to(id))
);
create policy needs_system on needs to enlace_system using (true) with check (true);
grant select, insert, update, delete on needs to enlace_app, enlace_system;

alter table need_versions enable row level security;
alter table need_versions force row level security;
-- The inner select is bound by the policies of needs, so whoever sees a need sees its history.
create policy need_versions_seen on need_versions for select to enlace_app
  using (exists (select from needs where needs.id = need_id));
create policy need_versions_write on need_versions for insert to enlace_app with check (acting_owns_need(need_id));
create policy need_versions_system on need_versions to enlace_system using (true) with check (true);
grant select, insert on need_versions to enlace_app;
grant select, insert, delete on need_versions to enlace_system;

alter table need_invitations enable row level security;
alter table need_invitations force row level security;
create policy need_invitations_owner on need_invitations to enlace_app
  using (acting_owns_need(need_id)) with check (acting_owns_need(need_id));
create policy need_invitations_invited on need_invitations for select to enlace_app
  using (supplier_id = acting_organisation());
create policy need_invitations_system on need_invitations to enlace_system using (true) with check (true);
grant select, insert, delete on need_invitations to enlace_app, enlace_system;
