-- one row is a pair of current claims on the question with its gate; the first is the one whose side comes first.
-- is_offered: the pair passes, or both figures are of the newest day of their side; other pairs are only listed
with current_ones as (
    select * from on_question($t, $phase, $family, $group, $who, $by, $place)
),

pairs as (
    select
        x.id as a,
        y.id as b,
        x.is_newest and y.is_newest as both_newest
    from current_ones as x
    join current_ones as y
        on (x.side_position, x.position) < (y.side_position, y.position)
    where
        -- a whole and its part are linked, not compared; and claims near the question meet only those on it
        x.part_of is distinct from y.id
        and y.part_of is distinct from x.id
        and not (x.is_near and y.is_near)
)

select
    gate.*,
    x.side_name as side_name_a,
    y.side_name as side_name_b,
    gate.side_a is distinct from gate.side_b as between_sides,
    gate.side_a is distinct from gate.side_b and x.side_role = 'party' and y.side_role = 'party' as between_parties,
    metric_level + group_level + by_level + place_level + period_level + counting_level + basis_level + built_level
    + reading_level as against,
    gate.level < 2 or pairs.both_newest as is_offered,
    greatest(x.said_to, y.said_to) as newest,
    least(x.said_to, y.said_to) as older
from gate((select list({'a': a, 'b': b}) from pairs)) as gate
join pairs on pairs.a = gate.a and pairs.b = gate.b
join claim_details as x on x.id = gate.a
join claim_details as y on y.id = gate.b
order by
    between_parties desc,
    between_sides desc,
    level,
    newest desc,
    older desc,
    against,
    gate.a,
    gate.b;
