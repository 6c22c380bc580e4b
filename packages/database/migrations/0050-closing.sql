-- What closing its gaps would do for a match, beside its body: the supplier's own matter, never sent with the match, and
-- read alone where all of a supplier's open needs are looked at. Null until the match is scored anew.
alter table matches add column closing json;
