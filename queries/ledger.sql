-- one row is a current whole-operation claim about people of the top two levels of groups, newest first in its cell
with levels as (
    select id from groups where depth <= 2
),

told as (
    select *
    from current_claims($t)
    where
        phase = $phase
        and unit = 'people'
        and place_key = 'operation'
        and site is null
        and who is null
        and "group" in (select id from levels)
)

select
    told.*,
    groups.depth as group_depth,
    families.label as family_label,
    families.position as family_position
from told
join groups on groups.id = told."group"
-- a family is headed by the first of its metrics
join (
    select family, arg_min(label, position) as label, min(position) as position from metrics group by family
) as families on families.family = told.family
order by
    groups.position,
    families.position,
    told.side_position,
    told.said_to desc,
    told.claimant_name,
    told.position;
