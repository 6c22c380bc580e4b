-- What everybody may read of calls that are open to all, whoever asks and without signing in. This function alone decides
-- what is public: of bids nothing before the first envelope is opened, then their number; of an award who won and why.
create function public_calls(wanted uuid, after timestamptz, after_id uuid, most int)
  returns table (id uuid, published_at timestamptz, body jsonb)
  language sql stable security definer set search_path = public as $$
  select calls.id, calls.published_at, jsonb_build_object(
    'id', calls.id,
    'buyer', jsonb_build_object('id', buyer.id, 'name', buyer.name, 'country', buyer.country),
    'versions', (select jsonb_agg(jsonb_build_object('version', version, 'content', content, 'reason', reason, 'at', published_at) order by version)
      from call_versions where call_id = calls.id),
    'opening', case when calls.stage is not null then jsonb_build_object(
      'at', (select max(released_at) from releases where call_id = calls.id and envelope = calls.content -> 'envelopes' ->> 0),
      'bids', (select count(distinct bid_id) from bid_openings where call_id = calls.id)) end,
    'awards', coalesce((select jsonb_agg(jsonb_build_object('id', awards.id, 'reason', awards.reason, 'approvedAt', approved_at, 'fellAt', fell_at,
        'winner', case when winner.id is not null then jsonb_build_object('id', winner.id, 'name', winner.name, 'country', winner.country) end)
        order by approved_at)
      from awards left join bids on bids.id = awards.bid_id left join organisations as winner on winner.id = bids.organisation_id
      where awards.call_id = calls.id and approved_at is not null), '[]'),
    'closedAt', case when calls.state = 'closed' then calls.updated_at end,
    'cancelled', case when calls.state = 'cancelled' then jsonb_build_object('at', calls.updated_at, 'reason', calls.reason) end)
  from calls join organisations as buyer on buyer.id = calls.organisation_id
  where calls.access = 'open' and calls.version > 0 and (wanted is null or calls.id = wanted)
    and (after is null or (date_trunc('milliseconds', calls.published_at), calls.id) > (after, after_id))
  order by date_trunc('milliseconds', calls.published_at), calls.id limit most
$$;

call look_behind_walls('public_calls(uuid, timestamptz, uuid, int)');
