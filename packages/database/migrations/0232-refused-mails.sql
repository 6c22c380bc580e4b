-- A mail that its recipient's address refused for good is tried no more; why stands where its sender sees whom it was for, by the
-- server's codes alone, never in its words, which name the address.
alter table mails add column refused_at timestamptz, add column refusal text check (refusal ~ '^[0-9. ]{3,20}$'),
  add check ((refused_at is null) = (refusal is null)), add check (refused_at is null or sent_at is null);
alter table matchday_guests add column refusal text;
alter table invitations add column mail_id uuid, add column refusal text;
create index invitations_mail on invitations (mail_id) where mail_id is not null;
grant select (refusal) on invitations to enlace_app;
-- The worker learns by its mail which invitation it was, and neither for whom nor by which token.
create policy invitations_system on invitations to enlace_system using (true) with check (true);
grant select (id, organisation_id, mail_id, refusal), update (refusal) on invitations to enlace_system;
