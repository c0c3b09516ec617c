-- title: Sums made of others' figures
-- rule: A figure that sums or repeats others' figures is not less than they are together, and not far from them unless more went in.
-- one row is a claim that relies on others with bounds
with inputs as (
    select
        claim_reliance.claim,
        count(*) as number,
        string_agg(input.claimant_name || ': ' || input.label, ' + ' order by input.position) as words,
        string_agg(input.id, '|' order by input.position) as ids,
        list(term('part', input.claimant_name, input.label, input.low, input.high) order by input.position) as terms,
        if(count(input.low) = count(*), sum(input.low), null)::bigint as low,
        if(count(input.high) = count(*), sum(input.high), null)::bigint as high,
        min(input.low) as least,
        max(input.high) as most
    from claim_reliance
    join claim_details as input on input.id = claim_reliance.relies_on
    group by claim_reliance.claim
),

compared as (
    select
        claims.id,
        inputs.*,
        coalesce(inputs.low <= claims.high or claims.high is null, false)
        and coalesce(inputs.high >= claims.low or inputs.high is null, false) as as_sum,
        inputs.number > 1 and inputs.least = claims.low and inputs.least = inputs.most as as_repetition
    from inputs
    join claims on claims.id = inputs.claim
)

select
    claim.id as finding,
    claim.phase,
    claim.claimant,
    'arithmetic' as kind,
    case
        when compared.low is null or claim.low is null then 'cannot be told'
        when compared.as_sum or compared.as_repetition then 'adds up'
        when compared.low > claim.high then 'does not add up as reported'
        else 'cannot be told'
    end as outcome,
    case
        when compared.as_repetition
            then claim.label || ' repeats a figure: ' || replace(compared.words, ' + ', '; ')
        when compared.number = 1
            then compared.words || '; repeated as ' || claim.label
        else compared.words || ' = ' || bounds_words(compared.low, compared.high) || '; stated: ' || claim.label
    end
    || ' ' || claim.metric_label as arithmetic,
    null as arises,
    claim.id || '|' || compared.ids as claims,
    -- one figure repeated as it was could hardly be another
    compared.number = 1 and compared.low = claim.low and compared.high is not distinct from claim.high as trivial,
    compared.low - claim.high as difference,
    claim.high as reference,
    list_concat(
        compared.terms,
        [
            term('result', 'together', bounds_words(compared.low, compared.high), compared.low, compared.high),
            term('stated', 'stated by ' || claim.claimant_name, claim.label, claim.low, claim.high)
        ]
    ) as terms
from compared
join claim_details as claim on claim.id = compared.id
where claim.label is not null and compared.words is not null
order by claim.position;
