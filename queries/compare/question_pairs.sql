-- one row is a pair of current claims on the question with its gate; the first is the one whose side comes first.
-- is_offered: the pair passes, or both figures are of the newest day of their side; other pairs are only listed
with pairs as (
    select *
    from pairs_on_question($t, $phase, $family, $group, $who, $by, $place)
    -- a whole and its part are linked, not compared
    where not are_linked
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
