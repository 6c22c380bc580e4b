-- A ranking writes fifty matches at once, and three foreign keys a row were 60 % of what that cost. Matches follow from needs and
-- passports, so whatever takes those away takes their matches along; a need that is being ranked is held by its row in rankings.
alter table matches drop constraint matches_need_id_fkey, drop constraint matches_supplier_id_fkey, drop constraint matches_buyer_id_fkey;

create function forget_matches() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_table_name = 'needs' then
    delete from matches where need_id = old.id;
  else
    delete from matches where old.id in (supplier_id, buyer_id);
  end if;
  return null;
end
$$;
create trigger needs_forget_matches after delete on needs for each row execute function forget_matches();
create trigger organisations_forget_matches after delete on organisations for each row execute function forget_matches();
alter function forget_matches() owner to enlace_system;
