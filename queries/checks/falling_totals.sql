-- title: A cumulative figure does not fall
-- rule: A claimant's later figure for the same people, place and count since the start is not lower than its earlier one.
-- one row is two figures of one series that follow each other; unnamed sources have no series
with recursive before as (
    select id as statement, follows as earlier from statements where follows is not null
    union
    select before.statement, statements.follows
    from before
    join statements on statements.id = before.earlier
    where statements.follows is not null
),

-- figures said by one moment and not ordered within it share a place in the series
members as (
    select
        claim_details.*,
        dense_rank() over (
            partition by series, metric
            order by said_to, (select count(*) from before where before.statement = claim_details.statement)
        ) as place_in_series
    from claim_details
    where
        counting = 'cumulative'
        and counted is null
        and not disputed_reading
        and metric_value = 'count'
        and claimant_kind not in ('unnamed', 'unattributed')
        and coalesce(low, high) is not null
        and said_from is not null
        and said_to is not null
),

-- one row is a claim and the one before it, where it is known that it was said before
steps as (
    select earlier.id as earlier, later.id as later
    from members as earlier
    join members as later
        on later.series = earlier.series
        and later.metric = earlier.metric
        and later.place_in_series = earlier.place_in_series + 1
    where
        later.said_from >= earlier.said_to
        or (later.statement, earlier.statement) in (select (statement, earlier) from before)
)

select
    later.id || '.' || earlier.statement as finding,
    later.phase,
    later.claimant,
    'arithmetic' as kind,
    case
        when later.high < earlier.low then 'does not add up as reported'
        when later.low >= earlier.low then 'adds up'
        else 'cannot be told'
    end as outcome,
    concat_ws(', ', later.metric_label, later.group_name, later.who_names, if(later.place_key = 'operation', null, later.place_names))
    || ': ' || earlier.label || ' (said ' || day_words(earlier.said_to - interval 1 second) || '), then ' || later.label
    || ' (said ' || day_words(later.said_to - interval 1 second) || ')'
    || if(later.high < earlier.low, ': ' || number_words(earlier.low - later.high) || ' fewer', '') as arithmetic,
    null as arises,
    earlier.id || '|' || later.id as claims,
    earlier.low - later.high as difference,
    earlier.low as reference,
    [
        term('part', 'said ' || day_words(earlier.said_to - interval 1 second), earlier.label, earlier.low, earlier.high),
        term('stated', 'said ' || day_words(later.said_to - interval 1 second), later.label, later.low, later.high)
    ] as terms
from steps
join members as earlier on earlier.id = steps.earlier
join members as later on later.id = steps.later
order by later.position, earlier.position;
