-- one row is a claim about the phase that had been said by the moment t; undated ones are listed with the latest
select
    claim_details.*,
    $t is null or (said_to is not null and said_to <= $t) as had_been_said,
    (
        said_to is not null
        and (superseded_at is null or ($t is not null and superseded_at > $t))
        and (counting is null or counting <> 'period')
    ) as is_current
from claim_details
where
    phase = $phase
    and ($t is null or (said_to is not null and said_to <= $t))
order by position;
