-- one row is a pair of sides' current claims on the question, or near it, and whether both can hold: from bounds,
-- groups and stated periods only (design.md §5.10). `needed` of the larger claim must be people the other does not cover
with pairs as (
    select *
    from pairs_on_question($t, $phase, $family, $group, $who, $by, $place)
    where between_sides
),

lines as (
    select
        *,
        group_relation in ('same', 'other words') as one_group,
        low_a > high_b as a_above,
        low_b > high_a as b_above
    from gate_lines((select list({'a': a, 'b': b}) from pairs))
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
        end as verdict
    from lines
)

select
    judged.*,
    pairs.both_newest,
    x.side_role = 'party' and y.side_role = 'party' as between_parties,
    case
        when judged.metric_relation <> 'same' or judged.basis_relation = 'no number' then null
        when judged.a_above then judged.a
        when judged.b_above then judged.b
    end as larger,
    case
        when judged.metric_relation <> 'same' or judged.basis_relation = 'no number' then null
        when judged.a_above then judged.low_a - judged.high_b
        when judged.b_above then judged.low_b - judged.high_a
    end as needed
from judged
join pairs on pairs.a = judged.a and pairs.b = judged.b
join claim_details as x on x.id = judged.a
join claim_details as y on y.id = judged.b
order by
    between_parties desc,
    pairs.both_newest desc,
    case judged.verdict when 'cannot both hold' then 0 when 'compatible' then 1 else 2 end,
    greatest(x.said_to, y.said_to) desc,
    least(x.said_to, y.said_to) desc,
    judged.a,
    judged.b;
