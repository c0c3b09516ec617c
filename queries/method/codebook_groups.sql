-- one row is a group with its definition and how often it was used, as a reader walks the tree
select
    groups.id,
    groups.name,
    groups.depth,
    sides.name as side_name,
    groups.forces,
    groups.civilians,
    groups.definition,
    count(claims.id) as claims
from groups
left join sides on sides.id = groups.side
left join claims on claims."group" = groups.id
group by all
order by any_value(groups.position);
