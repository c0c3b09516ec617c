-- title: Windows that reach back before the first attack
-- rule: A figure of the whole operation begins on the day of the first attack or later, or says how much of it lies before.
-- one row is a figure whose period begins before that day and ends after it, or one whose stated period begins later
with dated as (
    select
        claim_details.*,
        phases.zero
    from claim_details
    join phases on phases.id = claim_details.phase
    where
        phases.zero is not null
        and claim_details.covers_from is not null
        and claim_details.metric_value = 'count'
        and claim_details.label is not null
        and claim_details.place_key = 'operation'
        and not claim_details.is_part_within
),

spanning as (
    select *
    from dated
    where covers_from < zero and (covers_to is null or covers_to > zero)
),

-- one row is a spanning figure and its part wholly before the day, or wholly from it on
known as (
    select
        spanning.id,
        part.id as part,
        part.label,
        part.low,
        part.high,
        part.covers_to <= spanning.zero as is_before
    from spanning
    join claims as part
        on part.part_of = spanning.id
        and part.metric = spanning.metric
        and part."group" is not distinct from spanning."group"
        and part.who_key = spanning.who_key
        and (part.covers_to <= spanning.zero or (part.covers_from >= spanning.zero and part.place_key = spanning.place_key))
        and coalesce(part.low, part.high, part.point) is not null
    qualify row_number() over (partition by spanning.id order by part.position) = 1
)

select
    spanning.id as finding,
    spanning.phase,
    spanning.claimant,
    'arithmetic' as kind,
    if(known.id is null or known.low is null, 'cannot be told', 'adds up') as outcome,
    spanning.metric_label || coalesce(' (' || spanning.group_name || ')', '') || ': ' || spanning.label || ', '
    || period_words(spanning.covers_from, spanning.covers_to) || '; first attack ' || day_words(spanning.zero)
    || case
        when known.id is null then '. How much of it lies before is not said'
        when known.is_before
            then '. ' || known.label || ' of them lie before, which leaves '
                || if(known.low is null, 'a number that cannot be told', bounds_words(spanning.low - known.high, spanning.high - known.low))
                || ' from then on'
        else '. ' || known.label || ' of them from then on, which leaves '
            || if(known.low is null, 'a number that cannot be told', bounds_words(spanning.low - known.high, spanning.high - known.low))
            || ' before'
    end as arithmetic,
    null as arises,
    concat_ws('|', spanning.id, known.part) as claims,
    false as trivial
from spanning
left join known on known.id = spanning.id

union all

select
    id as finding,
    phase,
    claimant,
    'arithmetic' as kind,
    'adds up' as outcome,
    metric_label || coalesce(' (' || group_name || ')', '') || ': ' || label || ', ' || period_words(covers_from, covers_to)
    || '; first attack ' || day_words(zero) as arithmetic,
    null as arises,
    id as claims,
    true as trivial
from dated
where covers_from >= zero and not covers_inferred
order by finding;
