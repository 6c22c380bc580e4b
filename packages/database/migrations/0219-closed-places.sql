-- Whoever runs a matchday sees what is closed and who is out: a move there is refused by its name.
create policy matchday_bookings_shut on matchday_bookings for select to enlace_app
  using (incident_id is not null and matchday_id = any((select acting_run_matchdays())::uuid[]));
