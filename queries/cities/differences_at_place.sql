-- one row is a claim of a place (or of a place inside it) whose value differs from another for the same question there:
-- same phase, metric, group, words, site and kind of counting, said by the moment t
with told as (
    select
        claims.*,
        coalesce(claims.label, claims.on_words) as value_words,
        phases.name as phase_name,
        phases.position as phase_position,
        claims.superseded_at is not null and ($t is null or claims.superseded_at <= $t) as is_replaced,
        count(distinct claims."by") over same as bys
    from claim_details as claims
    join phases on phases.id = claims.phase
    where
        claims.place_key in (select descendant from place_tree where ancestor = $place)
        and claims.place_key <> 'operation'
        and (claims.label is not null or claims.on_words is not null)
        and claims.form is distinct from 'none_reported'
        and claims.counting is distinct from 'period'
        and ($t is null or (claims.said_to is not null and claims.said_to <= $t))
    window same as (
        partition by claims.phase, claims.metric, claims."group", claims.who_key, coalesce(claims.site, '')
    )
),

asked as (
    select
        *,
        -- an attribution left out joins the only one that is stated; two stated ones are two questions
        if(bys > 1, coalesce("by", ''), '') as by_key
    from told
)

select
    asked.*,
    dense_rank() over (
        order by phase_position, metric_position, coalesce(group_position, -1), who_key, coalesce(site, ''), by_key
    ) as question,
    max(low) over same as highest_low,
    min(high) over same as lowest_high
from asked
window same as (partition by phase, metric, "group", who_key, coalesce(site, ''), by_key)
qualify count(distinct value_words) over same > 1
order by
    question,
    said_to nulls last,
    side_position,
    claimant_name,
    position;
