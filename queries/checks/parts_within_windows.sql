-- title: A part lies in the period of its whole
-- rule: Where a statement gives a period for a figure and another for a part of it, the part's period is not outside the whole's.
-- one row is a part and its whole of one statement, of one metric, with two different periods
with windows as (
    select
        part.id as part,
        whole.id as whole,
        part.covers_to <= whole.covers_from or part.covers_from >= whole.period_to as outside,
        part.covers_from < whole.covers_from or part.covers_to > whole.period_to as beyond,
        part.covers_inferred or whole.covers_inferred as inferred
    from claim_details as part
    join claim_details as whole on whole.id = part.part_of
    where
        part.statement = whole.statement
        and part.metric = whole.metric
        and part.covers_from is not null
        and part.covers_to is not null
        and whole.covers_from is not null
        and whole.period_to is not null
        and (part.covers_from, part.covers_to) is distinct from (whole.covers_from, whole.covers_to)
)

select
    part.id as finding,
    part.phase,
    part.claimant,
    'arithmetic' as kind,
    case
        when not windows.beyond then 'adds up'
        when windows.outside and not windows.inferred then 'does not add up as reported'
        else 'cannot be told'
    end as outcome,
    part.metric_label || ': ' || coalesce(part.label, part.says) || ', ' || period_words(part.covers_from, part.covers_to)
    || ', as a part of ' || coalesce(whole.label, whole.says) || ', ' || period_words(whole.covers_from, whole.covers_to)
    || case
        when windows.outside then ': the part lies wholly outside the period'
        when windows.beyond then ': the part reaches beyond the period'
        else ''
    end
    || if(windows.beyond and windows.inferred, ', which was inferred by us', '') as arithmetic,
    if(windows.beyond and windows.inferred, 'our reading', null) as arises,
    part.id || '|' || whole.id as claims
from windows
join claim_details as part on part.id = windows.part
join claim_details as whole on whole.id = windows.whole
where coalesce(part.label, part.says) is not null and coalesce(whole.label, whole.says) is not null
order by part.position;
