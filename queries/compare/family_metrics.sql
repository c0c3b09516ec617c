-- one row: the metric by which addresses name the family that the word means, itself a metric or a family
select arg_min(id, position) as family_metric
from metrics
where family in (select family from metrics where id = $word or family = $word order by id <> $word limit 1)
group by family;
