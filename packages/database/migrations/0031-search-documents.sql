-- What people search when the search index is away: made from the same documents, by the same process.
-- It holds only what every signed-in organisation may see, so it has no row-level security, which would keep its
-- indexes from being used; whoever reads it joins the rows themselves and sees those that the actor may see.
create table search_documents (
  name text not null check (name in ('suppliers', 'needs')),
  id uuid not null,
  stamp text not null,
  -- Such as "country:CL"; a category stands with all above it.
  facets text[] not null,
  words tsvector not null,
  sort_name text not null,
  published_ms bigint not null,
  -- The last day for answers as yyyymmdd; 0 where that has no meaning.
  deadline int not null,
  primary key (name, id)
);
create index search_documents_words on search_documents using gin (words);
create index search_documents_facets on search_documents using gin (facets);
grant select, insert, update, delete on search_documents to enlace_system;
grant select on search_documents to enlace_app;

-- Things that changed since the index was last level and may stand there as they were: their count is null where
-- nobody keeps the index. New things are left out, since no index can hold an older state of them.
-- Speaks for enlace_system, because what changed may be just what the actor must no longer see.
create function search_stale(index_name text, most int) returns uuid[] language plpgsql stable security definer set search_path = public as $$
declare since xid8;
begin
  select changed_xid into since from search_watermarks where name = index_name;
  if since is null then return null; end if;
  if index_name = 'suppliers' then
    return array(select organisation_id from passports
      where changed_xid >= since and (version > 1 or (version = 1 and state <> 'published')) limit most);
  end if;
  return array(select id from needs where changed_xid >= since and (version > 1 or (version = 1 and state <> 'published')) limit most);
end $$;
grant create on schema public to enlace_system;
alter function search_stale(text, int) owner to enlace_system;
revoke create on schema public from enlace_system;
revoke execute on function search_stale(text, int) from public;
grant execute on function search_stale(text, int) to enlace_app;
