-- How many references a published passport has: lists where places are held keep the best of those with few.
alter table passports add column reference_count int
  generated always as (case when published is null then null else coalesce(jsonb_array_length(published -> 'references'), 0) end) stored;
