-- What an event obliges us to do is written by whoever records it, in the same statement, so that the relay only reminds.
grant insert on reaction_runs to enlace_app, enlace_identity;
