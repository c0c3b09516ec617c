-- one row is a claim of the same series as the given one, itself included, in the order in which they were said
select claims.*
from claim_details as claims
join claims as given on given.id = $claim and given.series = claims.series
where
    claims.id = given.id
    or (
        claims.counting is distinct from 'period'
        and claims.claimant_kind not in ('unnamed', 'unattributed')
        and claims.counted is null
    )
order by
    claims.said_to nulls last,
    claims.superseded_at nulls last,
    claims.position;
