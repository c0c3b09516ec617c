-- title: Parts said to be the whole add up to it
-- rule: Where a statement divides a figure completely, the parts add up to the figure; of other parts this is not asked.
-- one row is a whole that its statement divides completely
with sums as (
    select
        whole.id,
        string_agg(part.label || ' (' || claim_parts.which || ')', ' + ' order by part.position) as words,
        string_agg(part.id, '|' order by part.position) as parts,
        list(term('part', claim_parts.which, part.label, part.low, part.high) order by part.position) as terms,
        if(count(part.low) = count(*), sum(part.low), null)::bigint as low,
        if(count(part.high) = count(*), sum(part.high), null)::bigint as high
    from claims as whole
    join claim_parts on claim_parts.whole = whole.id
    join claims as part on part.id = claim_parts.part and part.statement = whole.statement and part.is_part_within
    where whole.complete and whole.metric in (select id from metrics where value = 'count')
    group by whole.id
)

select
    whole.id as finding,
    whole.phase,
    whole.claimant,
    'arithmetic' as kind,
    case
        when (sums.low is null and sums.high is null) or (whole.low is null and whole.high is null) then 'cannot be told'
        when sums.low > whole.high or sums.high < whole.low then 'does not add up as reported'
        else 'adds up'
    end as outcome,
    sums.words || ' = ' || bounds_words(sums.low, sums.high)
    || if(bounds_words(sums.low, sums.high) = whole.label, '', '; stated: ' || whole.label) || ' ' || whole.metric_label
        as arithmetic,
    null as arises,
    whole.id || '|' || sums.parts as claims,
    greatest(sums.low - whole.high, whole.low - sums.high) as difference,
    coalesce(whole.high, whole.low) as reference,
    list_concat(
        sums.terms,
        [
            term('result', 'together', bounds_words(sums.low, sums.high), sums.low, sums.high),
            term('stated', 'stated as the whole', whole.label, whole.low, whole.high)
        ]
    ) as terms
from sums
join claim_details as whole on whole.id = sums.id
order by whole.position;
