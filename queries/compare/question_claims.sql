-- one row is a claim on the question: current ones, ones near it, and period claims, which stand beside
with current_ones as (
    select *, false as is_beside from on_question($t, $phase, $family, $group, $who, $by, $place)
),

beside as (
    select *, false as is_near, true as is_beside, false as is_newest
    from question_claims
    where
        phase = $phase
        and family = $family
        and "group" is not distinct from $group
        and who_key = $who
        and place_key = $place
        and ("by" is null or "by" is not distinct from $by)
        and counting = 'period'
        and said_to is not null
        and ($t is null or said_to <= $t)
)

select * from current_ones
union all by name
select * from beside
order by side_position, said_to desc, claimant_name, position;
