-- one row is a report in which a claim about a place, or about a place inside it, was printed or its name was read
with inside as (
    select descendant as place from place_tree where ancestor = $place
),

said as (
    select id from statements where $t is null or (said_to is not null and said_to <= $t)
),

used as (
    select appearances.report, appearances.claim, null as statement
    from appearances
    join claims on claims.id = appearances.claim
    join said on said.id = claims.statement
    join claim_places on claim_places.claim = claims.id
    where claim_places.place in (from inside)
    union
    select statement_reports.report, null, statement_names.statement
    from statement_names
    join said on said.id = statement_names.statement
    join statement_reports on statement_reports.statement = statement_names.statement
    where statement_names.place in (from inside)
)

select
    reports.id,
    reports.publisher,
    reports.agency,
    reports.published,
    reports.url,
    reports.not_linked,
    reports.read,
    phases.name as phase_name,
    count(distinct used.claim) as claims,
    count(distinct used.statement) as namings
from used
join reports on reports.id = used.report
join phases on phases.id = reports.phase
group by
    reports.id,
    reports.publisher,
    reports.agency,
    reports.published,
    reports.url,
    reports.not_linked,
    reports.read,
    phases.name,
    phases.position
order by
    phases.position,
    reports.published,
    reports.publisher,
    reports.id;
