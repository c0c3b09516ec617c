-- one row: the claim of this id, or the one that had it formerly; none where there is no such claim
select
    claims.*,
    claims.withdrawn_at is not null as is_withdrawn,
    metrics.definition as metric_definition,
    groups.definition as group_definition,
    statements.note as statement_note,
    claimants.note as claimant_note,
    phases.name as phase_name,
    reports.published,
    reports.read_on,
    reports.language,
    reports.note as report_note
from claim_details as claims
join metrics on metrics.id = claims.metric
left join groups on groups.id = claims."group"
join statements on statements.id = claims.statement
join claimants on claimants.id = claims.claimant
join phases on phases.id = claims.phase
join reports on reports.id = claims.report
where claims.id = $claim or list_contains(string_split(claims.formerly, '|'), $claim)
order by claims.id = $claim desc
limit 1;
