-- title: A place's figure is not above the claimant's own total
-- rule: What a claimant says of one place is not more than what it says, then or later, of the whole operation.
-- one row is a figure for a place and the claimant's first total for the same people said then or later
with placed as (
    select *
    from claim_details
    where
        place_key <> 'operation'
        and metric_value = 'count'
        and counting in ('cumulative', 'period')
        and coalesce(low, high) is not null
        and counted is null
        and claimant_kind <> 'unattributed'
),

totals as (
    select *
    from claim_details
    where
        place_key = 'operation'
        and site is null
        and who is null
        and counting = 'cumulative'
        and coalesce(low, high) is not null
        and counted is null
)

select
    placed.id || '.' || totals.statement as finding,
    placed.phase,
    placed.claimant,
    'arithmetic' as kind,
    case
        when placed.low > totals.high then 'does not add up as reported'
        when placed.low <= totals.low then 'adds up'
        else 'cannot be told'
    end as outcome,
    placed.place_names || coalesce(' (' || placed.site || ')', '') || ': ' || placed.label || '; '
    || totals.place_names || ': ' || totals.label || ' ' || concat_ws(', ', totals.metric_label, totals.group_name)
    || if(totals.statement = placed.statement, '', ' (said ' || day_words(totals.said_to - interval 1 second) || ')')
    || if(placed.low > totals.high, ': ' || number_words(placed.low - totals.high) || ' above the total', '') as arithmetic,
    null as arises,
    placed.id || '|' || totals.id as claims,
    placed.low - totals.high as difference,
    totals.high as reference,
    [
        term('part', placed.place_names, placed.label, placed.low, placed.high),
        term('stated', totals.place_names, totals.label, totals.low, totals.high)
    ] as terms
from placed
join totals
    on totals.claimant = placed.claimant
    and totals.phase = placed.phase
    and totals.metric = placed.metric
    and totals."by" is not distinct from coalesce(totals."by", placed."by")
    and (totals."by" is null or totals."by" = placed."by")
    and (
        totals."group" is not distinct from placed."group"
        or (totals."group", placed."group") in (select (ancestor, descendant) from group_tree)
    )
    and (totals.statement = placed.statement or totals.said_from >= placed.said_to)
    and coalesce(placed.covers_from >= totals.covers_from, true)
qualify row_number() over (
    partition by placed.id
    order by (totals."group" = placed."group") desc nulls last, totals.said_to, totals.position
) = 1
order by placed.position;
