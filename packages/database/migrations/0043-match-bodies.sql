-- A match's body is written once and read whole, never searched: kept as the text it was, it need not be taken apart and put together.
alter table matches alter column body type json using body::json;
