-- Suppliers are many, everybody else is few: whoever lists buyers, agencies or experts reads no supplier for it.
create index organisations_by_kind on organisations (kind, name, id) where kind <> 'supplier';
