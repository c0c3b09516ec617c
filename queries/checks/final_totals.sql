-- title: A total said to be final does not change
-- rule: A cumulative total that its claimant calls final, or gives once the end it names has come, is the claimant's last: a later total for the same is the same.
-- one row is such a total and the next of its series
with ends as (
    select phase, claimant, min(coalesce(ends_to, ends_from)) as ended
    from phase_bounds
    where coalesce(ends_to, ends_from) is not null
    group by phase, claimant
),

totals as (
    select
        claim_details.*,
        regexp_matches(
            lower(concat_ws(' ', claim_details.as_stated, claim_details.covers_words, quoted.words)), '\bfinal\b'
        ) as called_final,
        coalesce(claim_details.said_to >= ends.ended, false) as after_the_end
    from claim_details
    left join ends on ends.phase = claim_details.phase and ends.claimant = claim_details.claimant
    left join (
        select claim, string_agg(words, ' ') as words from appearances where words is not null group by claim
    ) as quoted on quoted.claim = claim_details.id
    where
        claim_details.counting = 'cumulative'
        and claim_details.counted is null
        and not claim_details.disputed_reading
        and claim_details.metric_value = 'count'
        and claim_details.claimant_kind not in ('unnamed', 'unattributed')
        and coalesce(claim_details.low, claim_details.high) is not null
        and claim_details.said_from is not null
        and claim_details.said_to is not null
),

steps as (
    select earlier.id as earlier, later.id as later
    from totals as earlier
    join totals as later
        on later.series = earlier.series
        and later.metric = earlier.metric
        and later.id <> earlier.id
        and later.statement <> earlier.statement
        and later.said_from >= earlier.said_to
    where earlier.called_final or earlier.after_the_end
    qualify row_number() over (partition by earlier.id order by later.said_to, later.position) = 1
)

select
    earlier.id || '.' || later.statement as finding,
    later.phase,
    later.claimant,
    'arithmetic' as kind,
    case
        when later.low > earlier.high or later.high < earlier.low then 'does not add up as reported'
        when later.low is not distinct from earlier.low and later.high is not distinct from earlier.high then 'adds up'
        else 'cannot be told'
    end as outcome,
    concat_ws(', ', earlier.metric_label, earlier.group_name, earlier.who_names, if(earlier.place_key = 'operation', null, earlier.place_names))
    || ': ' || earlier.label || ' (said ' || day_words(earlier.said_to - interval 1 second) || ', '
    || if(earlier.called_final, 'called final', 'once the end it names had come') || '), then ' || later.label || ' (said '
    || day_words(later.said_to - interval 1 second) || ')' as arithmetic,
    null as arises,
    earlier.id || '|' || later.id as claims,
    greatest(later.low - earlier.high, earlier.low - later.high) as difference,
    coalesce(earlier.high, earlier.low) as reference,
    [
        term('part', 'said ' || day_words(earlier.said_to - interval 1 second), earlier.label, earlier.low, earlier.high),
        term('stated', 'said ' || day_words(later.said_to - interval 1 second), later.label, later.low, later.high)
    ] as terms
from steps
join totals as earlier on earlier.id = steps.earlier
join totals as later on later.id = steps.later
order by later.position, earlier.position;
