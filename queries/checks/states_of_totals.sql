-- title: All that became of the people counted
-- rule: Where one statement gives all the states of a total (people taken, and those still held, let go or dead), the states are together the total.
-- one row is a total and its states in the newest statement that gives two or more of them; which metrics are states of
-- which is told by metrics.yaml
with kinds as (
    select state_of, count(*) as states from metrics where state_of is not null group by state_of
),

given as (
    select
        state.statement,
        state.claimant,
        state.phase,
        metrics.state_of,
        state."group",
        state.who_key,
        state.place_key,
        count(*) as claims,
        count(distinct state.metric) as states,
        min(state.said_from) as said_from,
        string_agg(state.label || ' ' || state.metric_label, ' + ' order by state.position) as words,
        string_agg(state.id, '|' order by state.position) as ids,
        list(term('part', state.metric_label, state.label, state.low, state.high) order by state.position) as terms,
        if(count(state.low) = count(*), sum(state.low), null)::bigint as low,
        if(count(state.high) = count(*), sum(state.high), null)::bigint as high
    from claim_details as state
    join metrics on metrics.id = state.metric and metrics.state_of is not null
    where state.counted is null and not state.disputed_reading and state.label is not null
    group by all
    having count(distinct state.metric) > 1 and count(*) = count(distinct state.metric)
),

-- one row is such states and the total of the same people: of the same statement, else the claimant's newest before
totals as (
    select given.*, whole.id as whole, given.states = kinds.states as complete
    from given
    join kinds on kinds.state_of = given.state_of
    join claim_details as whole
        on whole.claimant = given.claimant
        and whole.phase = given.phase
        and whole.metric = given.state_of
        and whole."group" is not distinct from given."group"
        and whole.who_key = given.who_key
        and whole.place_key = given.place_key
        and whole.counted is null
        and whole.label is not null
        and (whole.statement = given.statement or whole.said_to <= given.said_from)
    qualify row_number() over (
        partition by given.statement, given.state_of, given."group", given.who_key, given.place_key
        order by whole.statement = given.statement desc, whole.said_to desc, whole.position desc
    ) = 1
)

select
    whole.id || '.' || totals.statement as finding,
    whole.phase,
    whole.claimant,
    'arithmetic' as kind,
    case
        when totals.low > whole.high or (totals.complete and totals.high < whole.low) then 'does not add up as reported'
        when not totals.complete or coalesce(totals.low, totals.high) is null or coalesce(whole.low, whole.high) is null
            then 'cannot be told'
        else 'adds up'
    end as outcome,
    totals.words || ' = ' || bounds_words(totals.low, totals.high)
    || if(
        bounds_words(totals.low, totals.high) = whole.label,
        ' ' || whole.metric_label,
        '; stated: ' || whole.label || ' ' || whole.metric_label
    )
    || coalesce(', ' || whole.group_name, '')
    || if(totals.complete, '', '; what became of others is not said') as arithmetic,
    null as arises,
    whole.id || '|' || totals.ids as claims,
    greatest(totals.low - whole.high, whole.low - totals.high) as difference,
    coalesce(whole.high, whole.low) as reference,
    list_concat(
        totals.terms,
        [
            term('result', 'together', bounds_words(totals.low, totals.high), totals.low, totals.high),
            term('stated', whole.metric_label, whole.label, whole.low, whole.high)
        ]
    ) as terms
from totals
join claim_details as whole on whole.id = totals.whole
order by whole.position, finding;
