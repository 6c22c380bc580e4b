-- What is said of every table and of every function that looks behind the walls, once.

-- Row-level security holds for owners too, and our own processes see all; what others may, each table says itself.
create procedure guard_tables(variadic tables text[]) language plpgsql as $$
declare t text;
begin
  foreach t in array tables loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to enlace_system using (true) with check (true)', t || '_system', t);
    execute format('grant select, insert, update, delete on %I to enlace_system', t);
  end loop;
end
$$;

-- Functions with definer's rights belong to the role that sees all, since row-level security is forced on the tables' owner.
create procedure look_behind_walls(variadic functions regprocedure[]) language plpgsql as $$
declare f regprocedure;
begin
  grant create on schema public to enlace_system;
  foreach f in array functions loop
    execute format('alter function %s owner to enlace_system', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to enlace_app, enlace_system', f);
  end loop;
  revoke create on schema public from enlace_system;
end
$$;
revoke execute on procedure guard_tables(text[]), look_behind_walls(regprocedure[]) from public;
