-- one row is a pair of current claims on the question, or near it, with its gate (design.md §5.2) and whether both can
-- hold, from bounds, groups and stated periods only (design.md §5.10); the first is the one whose side comes first. The
-- gate is gone through once for both. are_linked: a whole and its part, which are linked, not compared. is_offered: the
-- pair passes, or both figures are of the newest day of their side; other pairs are only listed. `needed` of the larger
-- claim must be people the other does not cover
with pairs as (
    select * from pairs_on_question($t, $phase, $family, $group, $who, $by, $place)
),

gated as (
    select
        *,
        low_a > high_b as a_above,
        low_b > high_a as b_above
    from gate((select list({'a': a, 'b': b}) from pairs))
),

judged as (
    select
        *,
        case
            when basis_relation = 'no number' then 'undetermined'
            when metric_relation <> 'same' then 'undetermined'
            when reading_relation <> 'held' then 'undetermined'
            when place_relation not in ('same', 'and others') then 'undetermined'
            when group_relation = 'neither' or by_relation = 'different' then 'undetermined'
            -- a hedge leaves no bound, so nothing follows from it
            when coalesce(low_a, high_a) is null or coalesce(low_b, high_b) is null then 'undetermined'
            when not coalesce(a_above, false) and not coalesce(b_above, false) then 'compatible'
            when group_relation = 'first inside second' and coalesce(b_above, false) then 'compatible'
            when group_relation = 'second inside first' and coalesce(a_above, false) then 'compatible'
            when
                group_relation = 'same'
                and by_relation = 'same'
                and place_relation = 'same'
                and period_relation = 'same'
                and counting_relation = 'same'
                then 'cannot both hold'
            else 'undetermined'
        end as verdict,
        case
            when metric_relation <> 'same' or basis_relation = 'no number' then null
            when a_above then a
            when b_above then b
        end as larger,
        case
            when metric_relation <> 'same' or basis_relation = 'no number' then null
            when a_above then low_a - high_b
            when b_above then low_b - high_a
        end as needed
    from gated
),

told as (
    select
        judged.*,
        x.side_name as side_name_a,
        y.side_name as side_name_b,
        pairs.are_linked,
        pairs.both_newest,
        pairs.between_sides,
        pairs.between_sides and x.side_role = 'party' and y.side_role = 'party' as between_parties,
        metric_level + group_level + by_level + place_level + period_level + counting_level + basis_level + built_level
        + reading_level as against,
        level < 2 or pairs.both_newest as is_offered,
        greatest(x.said_to, y.said_to) as newest,
        least(x.said_to, y.said_to) as older
    from judged
    join pairs on pairs.a = judged.a and pairs.b = judged.b
    join claim_details as x on x.id = judged.a
    join claim_details as y on y.id = judged.b
)

select
    *,
    -- the order in which it is told whether both can hold
    row_number() over (
        order by
            between_parties desc,
            both_newest desc,
            case verdict when 'cannot both hold' then 0 when 'compatible' then 1 else 2 end,
            newest desc,
            older desc,
            a,
            b
    ) as both_position
from told
order by
    between_parties desc,
    between_sides desc,
    level,
    newest desc,
    older desc,
    against,
    a,
    b;
