-- A match's body is about 3 kB and is written and read with its whole list: kept in the row, it is neither compressed
-- nor cut in pieces.
alter table matches set (toast_tuple_target = 8160);
