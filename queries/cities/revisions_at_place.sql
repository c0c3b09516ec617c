-- one row is a value in a series with more than one value about a place or a place inside it, oldest first, by the moment t
select
    claims.*,
    phases.name as phase_name,
    claims.superseded_at is not null and ($t is null or claims.superseded_at <= $t) as is_replaced,
    dense_rank() over (order by phases.position, claims.claimant_name, claims.metric_position, claims.series) as ladder,
    lag(coalesce(claims.label, claims.on_words)) over (
        partition by claims.series order by claims.said_to nulls last, claims.superseded_at nulls last, claims.position
    ) as value_before
from claim_details as claims
join phases on phases.id = claims.phase
where
    claims.place_key in (select descendant from place_tree where ancestor = $place)
    and claims.place_key <> 'operation'
    and claims.claimant_kind not in ('unnamed', 'unattributed')
    and ($t is null or (claims.said_to is not null and claims.said_to <= $t))
qualify count(distinct coalesce(claims.label, claims.on_words)) over (partition by claims.series) > 1
order by
    ladder,
    claims.said_to nulls last,
    claims.superseded_at nulls last,
    claims.position;
