-- one row is a claim of one of the statements made last, newest statement first, with when it was made (UTC)
with made as (
    select
        statement,
        coalesce(max(said_to), min(try_cast(reports.read_on as timestamp))) as made_at
    from claim_details
    join reports on reports.id = claim_details.report
    group by statement
    having made_at is not null
    order by made_at desc, statement
    limit $most
)

select
    claims.*,
    made.made_at
from made
join claim_details as claims on claims.statement = made.statement
order by made.made_at desc, claims.statement, claims.position;
