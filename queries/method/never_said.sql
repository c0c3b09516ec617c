-- one row is a metric of the codebook about which nothing at all was read in the phase
select id as metric, label as metric_label
from metrics
where id not in (select metric from claims where phase = $phase)
order by position;
