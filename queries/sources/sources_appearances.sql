-- one row is a printing of a claim other than its own report's, of a claim that passes every filter
select
    claims.id,
    claims.claimant_name,
    claims.label,
    claims.says,
    claims.on_words,
    claims.metric_label,
    claims.metric_value,
    appearances.position as number,
    appearances.part,
    appearances.figure as printed_figure,
    metrics.label as printed_metric,
    groups.name as printed_group,
    appearances.words,
    appearances.note,
    reports.publisher,
    reports.agency,
    reports.url,
    reports.not_linked,
    reports.published,
    reports.archived,
    reports.read
from wanted_claims($phase, $t, $side, $claimant, $metric, $group, $place, $rung, null, null) as claims
join appearances on appearances.claim = claims.id and not appearances.is_own
join reports on reports.id = appearances.report
left join metrics on metrics.id = appearances.metric
left join groups on groups.id = appearances."group"
where
    ($read is null or reports.read = $read)
    and has_words(
        concat_ws(
            ' ',
            claims.id,
            claims.claimant_name,
            claims.metric_label,
            claims.group_name,
            claims.label,
            claims.as_stated,
            appearances.figure,
            appearances.part,
            appearances.words,
            appearances.note,
            metrics.label,
            groups.name,
            reports.publisher,
            reports.agency
        ),
        $search
    )
order by claims.position, appearances.position;
