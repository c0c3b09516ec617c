-- title: A part is not larger than its whole
-- rule: The least that a part can be is not more than the most that its whole can be.
-- one row is a part with bounds and its whole
select
    part.id as finding,
    part.phase,
    part.claimant,
    'arithmetic' as kind,
    case
        when part.low > whole.high then 'does not add up as reported'
        when part.low <= whole.low then 'adds up'
        else 'cannot be told'
    end as outcome,
    part.label || ' (' || claim_parts.which || ') of ' || whole.label || ' ' || whole.metric_label
    || case when part.low > whole.high then ': ' || number_words(part.low - whole.high) || ' more than the whole' else '' end
    || case
        when part.low is null and part.high is null then ': the part is not a number with bounds'
        when whole.low is null and whole.high is null then ': the whole is not a number with bounds'
        else ''
    end as arithmetic,
    null as arises,
    part.id || '|' || whole.id as claims,
    part.low - whole.high as difference,
    whole.high as reference,
    [
        term('part', claim_parts.which, part.label, part.low, part.high),
        term('stated', 'the whole of which it is a part', whole.label, whole.low, whole.high)
    ] as terms
from claim_parts
join claim_details as part on part.id = claim_parts.part
join claim_details as whole on whole.id = claim_parts.whole
where part.label is not null and whole.label is not null and part.metric_value = 'count'
order by part.position;
