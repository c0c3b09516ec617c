-- one row is a claim of the statements tried; `before` is the claim whose place it takes in its series
select
    claim_details.*,
    (
        select max_by(earlier.id, earlier.position)
        from claims as earlier
        where earlier.series = claim_details.series and earlier.superseded_at = claim_details.said_to
    ) as "before"
from claim_details
where claim_details.statement in (select unnest($statements))
order by claim_details.position;
