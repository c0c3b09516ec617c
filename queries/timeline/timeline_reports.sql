-- one row is an event or a statement, and a report that it was read in
with pairs as (
    select event as item, report, 0 as position from event_reports
    union all
    select statement as item, report, position from statement_reports
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
