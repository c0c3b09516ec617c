-- one row is a question and two sides (or one side with itself: kind inside) with the pair of current claims that
-- stands for it: the widest factor among the pairs that pass the gate, else the newest of those that do not. Figures
-- that repeat or sum others' are no further voice (design.md §5.8), and what we counted ourselves is nobody's figure
with current_ones as (
    select *
    from question_claims
    where
        phase = $phase
        and said_to is not null
        and ($t is null or said_to <= $t)
        and (superseded_at is null or ($t is not null and superseded_at > $t))
        and (counting is null or counting <> 'period')
        and side is not null
        and relies_on is null
        and counted is null
),

pairs as (
    select x.id as a, y.id as b
    from current_ones as x
    join current_ones as y
        on
            x.family = y.family
            and x."group" is not distinct from y."group"
            and x.who_key = y.who_key
            and x.place_key = y.place_key
            and (x."by" is null or y."by" is null or x."by" = y."by")
            and (x.side_position, x.position) < (y.side_position, y.position)
    where
        x.claimant <> y.claimant
        and x.part_of is distinct from y.id
        and y.part_of is distinct from x.id
),

gated as (
    select
        gate.*,
        if(gate.side_a = gate.side_b, 'inside', 'between') as kind,
        gate.side_a <> gate.side_b and x.side_role = 'party' and y.side_role = 'party' as between_parties,
        x.family,
        x.family_label,
        x.family_position,
        x."group",
        x.group_name,
        x.group_position,
        x.who_key,
        x.who_names,
        coalesce(x."by", y."by") as "by",
        coalesce(x.by_name, y.by_name) as by_name,
        x.place_key,
        x.place_names,
        x.and_others,
        greatest(x.said_to, y.said_to) as newest,
        least(x.said_to, y.said_to) as older
    from gate((select list({'a': a, 'b': b}) from pairs)) as gate
    join question_claims as x on x.id = gate.a
    join question_claims as y on y.id = gate.b
),

ranked as (
    select
        *,
        count(*) filter (where level < 2) over question as passing,
        count(*) filter (where level = 2) over question as blocked,
        row_number() over (
            partition by family, "group", who_key, "by", place_key, side_a, side_b
            order by
                level = 2,
                if(level < 2, coalesce(factor_low, factor_high, 0), 0) desc,
                newest desc,
                older desc,
                a,
                b
        ) as rank
    from gated
    window question as (partition by family, "group", who_key, "by", place_key, side_a, side_b)
)

select * exclude (rank)
from ranked
where rank = 1
order by
    kind,
    between_parties desc,
    level = 2,
    coalesce(factor_low, factor_high) desc nulls last,
    family_position,
    group_position,
    place_names;
