-- What a ranked list shows of a firm beside its match, kept beside the passport: fifty rows of a list would otherwise each take
-- a whole passport apart.
create function card_of(published jsonb) returns json immutable parallel safe
  return case when published is not null then json_build_object(
    'headline', published -> 'headline',
    'country', published #> '{facts,country}',
    'region', published #> '{facts,region}',
    'languages', published #> '{facts,languages}',
    'staff', case when published #>> '{visibility,staff}' is distinct from 'nobody' then published #> '{facts,staff}' end
  ) end;
alter table passports add column card json generated always as (card_of(published)) stored;
