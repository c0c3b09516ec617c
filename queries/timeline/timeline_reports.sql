-- one row is an event or a statement of a phase, and a report that it was read in
with pairs as (
    select event_reports.event as item, event_reports.report, 0 as position
    from event_reports
    join events on events.id = event_reports.event
    where events.phase = $phase
    union all
    select statement_reports.statement, statement_reports.report, statement_reports.position
    from statement_reports
    join statements on statements.id = statement_reports.statement
    where statements.phase = $phase
)

select
    pairs.item,
    reports.id as report,
    reports.publisher,
    reports.agency,
    reports.url,
    reports.not_linked,
    reports.published,
    reports.read
from pairs
join reports on reports.id = pairs.report
order by
    pairs.item,
    pairs.position,
    reports.publisher,
    reports.id;
