-- one row is a report and a claim about a place, or about a place inside it, that was printed there, or a statement that
-- names it; claim or statement is null; of these phases alone (null: of all)
with inside as (
    select descendant as place from place_tree where ancestor = $place
),

used as (
    select appearances.report, appearances.claim, null as statement, claims.said_to
    from appearances
    join claims on claims.id = appearances.claim
    join claim_places on claim_places.claim = claims.id
    where claim_places.place in (from inside) and ($phases is null or list_contains($phases, claims.phase))
    union
    select statement_reports.report, null, statement_names.statement, statements.said_to
    from statement_names
    join statements on statements.id = statement_names.statement
    join statement_reports on statement_reports.statement = statement_names.statement
    where statement_names.place in (from inside) and ($phases is null or list_contains($phases, statements.phase))
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
    used.claim,
    used.statement,
    used.said_to
from used
join reports on reports.id = used.report
join phases on phases.id = reports.phase
order by
    phases.position,
    reports.published,
    reports.publisher,
    reports.id;
