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
    groups.depth as group_depth
from told
join groups on groups.id = told."group"
order by
    groups.position,
    told.family_position,
    told.side_position,
    told.said_to desc,
    told.claimant_name,
    told.position;
