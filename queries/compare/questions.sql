-- one row is a question about the phase that has claims, with how many claimants had spoken on it by the moment t:
-- borrowed figures, which repeat or sum others', are counted apart (design.md §5.8).
-- Where some name a perpetrator and others leave it open, the open ones are counted on each question that names one.
with told as (
    select
        *,
        $t is null or (said_to is not null and said_to <= $t) as by_then
    from question_claims
    where phase = $phase
),

asked as (
    select distinct
        family,
        family_label,
        family_metric,
        family_position,
        "group",
        group_name,
        group_position,
        who_key,
        who_names,
        "by",
        by_name,
        place_key,
        and_others,
        if(and_others, place_names || ' and others', place_names) as place_names
    from told
),

closed as (
    select asked.*
    from asked
    where
        asked."by" is not null
        or not exists (
            select 1
            from asked as named
            where
                named."by" is not null
                and named.family = asked.family
                and named."group" is not distinct from asked."group"
                and named.who_key = asked.who_key
                and named.place_key = asked.place_key
        )
),

counted as (
    select
        closed.*,
        count(distinct told.claimant) filter (where told.by_then and told.relies_on is null) as claimants,
        count(distinct told.side) filter (where told.by_then) as sides,
        count(distinct told.side) filter (where told.by_then and told.side_role = 'party') as parties,
        count(distinct told.claimant) filter (where told.by_then)
        - count(distinct told.claimant) filter (where told.by_then and told.relies_on is null) as borrowers,
        bool_or(told.unit = 'people') as is_people,
        count(distinct told.claimant) as claimants_ever
    from closed
    join told
        on
            told.family = closed.family
            and told."group" is not distinct from closed."group"
            and told.who_key = closed.who_key
            and told.place_key = closed.place_key
            and (told."by" is null or told."by" is not distinct from closed."by")
    group by all
)

select *
from counted
order by
    place_key <> 'operation',
    family_position,
    group_position nulls first,
    who_key,
    place_names,
    "by" nulls first;
