-- one row is a statement of a party in which it counts both the other side's armed people and its own (design.md
-- §5.4), with what the gate says of the two; the group is left out of it, for the groups differ by what is asked
with counted as (
    select *
    from question_claims
    where
        phase = $phase
        and said_to is not null
        and ($t is null or said_to <= $t)
        and unit = 'people'
        and group_forces
        and direction in ('own', 'other')
        and who_key = ''
        and not is_part_within
        and (counting is null or counting <> 'period')
),

-- inside one statement the widest group stands for those inside it
widest as (
    select counted.*
    from counted
    where
        not exists (
            select 1
            from counted as wider
            join group_tree on group_tree.ancestor = wider."group" and group_tree.descendant = counted."group"
            where
                wider.statement = counted.statement
                and wider.family = counted.family
                and wider."group" <> counted."group"
                and wider.place_key = counted.place_key
        )
),

pairs as (
    select other.id as a, own.id as b
    from widest as other
    join widest as own on own.statement = other.statement and own.family = other.family
    where other.direction = 'other' and own.direction = 'own'
),

gated as (
    select
        gate.*,
        greatest(
            metric_level, by_level, place_level, period_level, counting_level, basis_level, built_level, reading_level
        ) as exchange_level
    from gate((select list({'a': a, 'b': b}) from pairs)) as gate
)

select
    gated.* exclude (factor_low, factor_high),
    other.family_label,
    other.claimant_name,
    other.side_name,
    other.side_position,
    other.statement,
    other.said_from,
    other.said_to,
    other.said_precision,
    row_number() over (partition by other.claimant, other.family order by other.said_to desc, other.position desc) = 1
    as is_latest,
    if(other.low > 0 and own.high > 0, other.low / own.high, null) as factor_low,
    if(other.high > 0 and own.low > 0, other.high / own.low, null) as factor_high
from gated
join question_claims as other on other.id = gated.a
join question_claims as own on own.id = gated.b
order by other.side_position, other.claimant_name, other.said_to, other.position;
