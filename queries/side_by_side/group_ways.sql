-- one row is a group with all that it lies in, itself first and the root last
select
    groups.id,
    groups.name,
    groups.side,
    groups.forces,
    groups.depth,
    list(group_tree.ancestor order by above.depth desc) as way
from groups
join group_tree on group_tree.descendant = groups.id
join groups as above on above.id = group_tree.ancestor
group by all
order by groups.depth, groups.id;
