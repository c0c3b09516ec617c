-- one row is a claim that passes every filter; undated ones are listed with the latest only
select
    claims.*,
    (
        claims.said_to is not null
        and (claims.superseded_at is null or ($t is not null and claims.superseded_at > $t))
        and (claims.counting is null or claims.counting <> 'period')
    ) as is_current
from wanted_claims($phase, $t, $side, $claimant, $metric, $group, $place, $rung, $read, $search) as claims
order by claims.position;
