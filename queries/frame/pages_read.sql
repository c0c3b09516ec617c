-- one row: how many pages about the phase were read, and how many of them only in part
select
    count(*) as pages,
    count(*) filter (where read = 'excerpt') as in_part
from reports
where
    phase = $phase
    or id in (
        select statement_reports.report
        from statement_reports
        join statements on statements.id = statement_reports.statement
        where statements.phase = $phase
    );
