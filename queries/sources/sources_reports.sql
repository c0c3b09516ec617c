-- one row is a report that prints a claim passing every filter, or that the words sought name
with printed as (
    select
        appearances.report,
        count(distinct claims.id) as claims
    from wanted_claims($phase, $t, $side, $claimant, $metric, $group, $place, $rung, null, null) as claims
    join appearances on appearances.claim = claims.id
    group by appearances.report
)

select
    reports.id,
    reports.phase,
    reports.publisher,
    reports.agency,
    reports.url,
    reports.not_linked,
    reports.published,
    reports.read,
    reports.read_on,
    reports.archived,
    reports.language,
    reports.note,
    coalesce(printed.claims, 0) as claims
from reports
left join printed on printed.report = reports.id
where
    (
        printed.claims is not null
        or (
            ($phase is null or reports.phase = $phase)
            and coalesce($side, $claimant, $metric, $group, $place, $rung) is null
            and $t is null
        )
    )
    and ($read is null or reports.read = $read)
    and has_words(
        concat_ws(' ', reports.id, reports.publisher, reports.agency, reports.url, reports.published, reports.note), $search
    )
order by reports.published nulls last, reports.publisher, reports.id;
