-- A command's answer, kept in the command's own transaction: a repeat gets the same answer and has no effect.
create table idempotency_keys (
  user_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  endpoint text not null,
  request_hash text not null,
  status int,
  answer jsonb,
  created_at timestamptz not null default clock_timestamp(),
  primary key (user_id, key)
);
create index idempotency_keys_created on idempotency_keys (created_at);
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy idempotency_keys_own on idempotency_keys to enlace_app
  using (user_id = acting_user()) with check (user_id = acting_user());
create policy idempotency_keys_system on idempotency_keys to enlace_system using (true) with check (true);
grant select, insert, update on idempotency_keys to enlace_app;
grant select, delete on idempotency_keys to enlace_system;
