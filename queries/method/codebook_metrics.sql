-- one row is a metric with its definition and how often it was used, in the order of metrics.yaml
select
    metrics.id,
    metrics.label,
    metrics.family,
    metrics.value,
    metrics.unit,
    whole.label as state_of,
    metrics.definition,
    count(claims.id) as claims,
    count(distinct claims.claimant) as claimants
from metrics
left join metrics as whole on whole.id = metrics.state_of
left join claims on claims.metric = metrics.id
group by all
order by any_value(metrics.position);
