-- one row is a claim that passes every filter; undated ones are listed with the latest only
select
    claims.*,
    (
        claims.said_to is not null
        and (claims.superseded_at is null or ($t is not null and claims.superseded_at > $t))
        and (claims.counting is null or claims.counting <> 'period')
        and not claims.is_reply
    ) as is_current,
    -- not before the moment t: what was taken back later still stood then
    coalesce(claims.withdrawn_at is not null and ($t is null or claims.withdrawn_at <= $t), false) as is_withdrawn
from wanted_claims($phase, $t, $side, $claimant, $metric, $group, $place, $rung, $read, $search) as claims
order by claims.position;
