-- one row is a pair of claims on a question (of two sides, or of one: kind inside) that were current together at some
-- moment, with its gate: from `newest` on, until one of them was replaced (`until`). Which pair stands for a question at
-- a moment is chosen in disagreement.py. Figures that repeat or sum others' are no further voice (design.md §5.8), and
-- what we counted ourselves is nobody's figure
with voices as (
    select *
    from question_claims
    where
        phase = $phase
        and said_to is not null
        and (counting is null or counting <> 'period')
        and side is not null
        and relies_on is null
        and counted is null
),

pairs as (
    select x.id as a, y.id as b
    from voices as x
    join voices as y
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
        and (y.superseded_at is null or x.said_to < y.superseded_at)
        and (x.superseded_at is null or y.said_to < x.superseded_at)
)

-- the columns that choosing takes: a phase of thousands of pairs is kept whole
select
    gate.a,
    gate.b,
    gate.side_a,
    gate.side_b,
    gate.level,
    gate.factor_low,
    gate.factor_high,
    if(gate.side_a = gate.side_b, 'inside', 'between') as kind,
    gate.side_a <> gate.side_b and x.side_role = 'party' and y.side_role = 'party' as between_parties,
    x.family,
    x.family_position,
    x."group",
    x.group_position,
    x.who_key,
    coalesce(x."by", y."by") as "by",
    x.place_key,
    x.place_names,
    greatest(x.said_to, y.said_to) as newest,
    least(x.said_to, y.said_to) as older,
    least(x.superseded_at, y.superseded_at) as until
from gate((select list({'a': a, 'b': b}) from pairs)) as gate
join question_claims as x on x.id = gate.a
join question_claims as y on y.id = gate.b
order by gate.a, gate.b;
