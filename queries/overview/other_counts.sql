-- one row is a current whole-operation claim about anything but people: damage, attacks, places, duration, outcome
select claims.*
from current_claims($t) as claims
where
    claims.phase = $phase
    and claims.unit is distinct from 'people'
    and claims.place_key = 'operation'
    and claims.site is null
order by
    claims.metric_position,
    claims.group_position nulls first,
    claims.side_position,
    claims.said_to desc,
    claims.claimant_name,
    claims.position;
