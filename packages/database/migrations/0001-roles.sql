-- Two roles that own nothing: row-level security binds both, and only enlace_system has policies that let it see all.
do $$
begin
  if not exists (select from pg_roles where rolname = 'enlace_app') then
    create role enlace_app nologin nosuperuser nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'enlace_system') then
    create role enlace_system nologin nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of the same cluster was faster
end
$$;
grant usage on schema public to enlace_app, enlace_system;

-- Who acts. Unset or empty means nobody, so a forgotten setting shows nothing.
create function acting_organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('enlace.organisation', true), '')::uuid $$;
create function acting_kind() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('enlace.organisation_kind', true), '') $$;
create function acting_user() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('enlace.user', true), '')::uuid $$;
