-- one row is a metric about which something was said in the phase, and a side of which nothing about it was read
select
    metrics.id as metric,
    metrics.label as metric_label,
    sides.id as side,
    sides.name as side_name,
    (
        select string_agg(distinct coalesce(claim_details.side_name, 'Unattributed'), ', ' order by 1)
        from claim_details
        where claim_details.metric = metrics.id and claim_details.phase = $phase
    ) as said_by
from metrics
cross join sides
where
    sides.role = 'party'
    and metrics.id in (select metric from claims where phase = $phase)
    and not exists (
        select 1 from claims where claims.metric = metrics.id and claims.side = sides.id and claims.phase = $phase
    )
order by metrics.position, sides.position;
