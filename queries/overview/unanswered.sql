-- one row is a current whole-operation claim of a party on something that no other party gave a figure for, on this
-- group or one inside or around it, and that no other party answered by the moment t. Unanswered is not undenied: it
-- says what was read, no more
with current_ones as (
    select claims.*
    from current_claims($t) as claims
    where
        claims.phase = $phase
        and claims.side_role = 'party'
        and claims.place_key = 'operation'
        and claims.site is null
        and claims.who is null
        and not claims.is_part_within
        and claims.counted is null
),

answered as (
    select distinct x.id
    from current_ones as x
    join current_ones as y on y.side <> x.side and y.family = x.family
    where
        x."group" is null
        or y."group" is null
        or exists (
            select 1
            from group_tree
            where
                (group_tree.ancestor = x."group" and group_tree.descendant = y."group")
                or (group_tree.ancestor = y."group" and group_tree.descendant = x."group")
        )
    union
    -- whatever the answer was: denied, accepted, disputed, or no comment
    select replies.answers
    from answers_by($t) as replies
    join current_ones on current_ones.id = replies.answers
    where replies.side_role = 'party' and replies.side <> current_ones.side
)

select current_ones.*
from current_ones
where current_ones.id not in (select id from answered)
order by
    current_ones.side_position,
    current_ones.metric_position,
    current_ones.group_position nulls first,
    current_ones.said_to desc,
    current_ones.position;
