-- one row is a claim in a report, its own report first; what a report does not print otherwise is as in the claim
select
    appearances.claim,
    appearances.report,
    reports.publisher,
    reports.url,
    appearances.part,
    case when differs then appearances.figure else claims.figure end as figure,
    case when differs then appearances.form else claims.form end as form,
    case when differs then appearances.low else claims.low end as low,
    case when differs then appearances.high else claims.high end as high,
    case when differs then appearances.point else claims.point end as point,
    coalesce(appearances.metric, claims.metric) as metric,
    coalesce(appearances."group", claims."group") as "group",
    case
        when appearances.places is null then claims.place
        when not contains(appearances.places, '|') then appearances.places
    end as place,
    coalesce(
        appearances.places,
        claims.places || case when claims.and_others then '|others' else '' end
    ) as places,
    appearances.words,
    appearances.note
from (select *, figure is not null as differs from appearances) as appearances
join claims on claims.id = appearances.claim
join reports on reports.id = appearances.report
order by claims.position, appearances.position;
