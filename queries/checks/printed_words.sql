-- title: One statement printed with other words
-- rule: Every report of a claim keeps what was counted, of whom, by whom, where and over which period.
-- one row is a claim read more than once, and its printings with another metric, group, attribution, place or period
with printed as (
    select
        printings.claim,
        printings.position,
        concat_ws(
            ', ',
            if(printings.metric <> claims.metric, printings.printed_metric, null),
            if(printings."group" is distinct from claims."group", printings.printed_group, null),
            if(printings."by" is distinct from claims."by", 'by ' || printings.printed_by, null),
            if(printings.places is distinct from claims.places, printings.printed_places, null),
            if(
                printings.covers_from is distinct from claims.covers_from
                or printings.covers_to is distinct from claims.covers_to,
                printings.printed_period,
                null
            )
        ) as differing,
        printings.publisher || coalesce(', ' || printings.part, '') as printer
    from printings
    join claims on claims.id = printings.claim
    where not printings.is_own
),

-- one row is a claim and one other wording, with who printed it
wordings as (
    select
        claim,
        differing,
        min(position) as position,
        string_agg(printer, '; ' order by position) as printers
    from printed
    where differing <> ''
    group by claim, differing
),

-- one row is a claim with all other wordings
listed as (
    select
        claim,
        string_agg(differing || ' (' || printers || ')', '; ' order by position) as words
    from wordings
    group by claim
),

-- one row is a claim that was read more than once
counted as (
    select claim, count(*) as printings from printed group by claim
)

select
    claim.id as finding,
    claim.phase,
    claim.claimant,
    'relay word' as kind,
    if(listed.words is null, 'adds up', 'does not add up as reported') as outcome,
    coalesce(claim.label, claim.says, claim.on_words) || ': '
    || concat_ws(
        ', ',
        claim.metric_label,
        claim.group_name,
        'by ' || claim.by_name,
        claim.place_names,
        period_words(claim.covers_from, claim.covers_to)
    )
    || ' (' || claim.publisher || ')'
    || coalesce(
        '; printed as ' || listed.words,
        '; kept ' || if(counted.printings = 1, 'once more', counted.printings || ' times more')
    ) as arithmetic,
    if(claim.disputed_reading or listed.words is null, null, 'relay') as arises,
    claim.id as claims
from counted
left join listed on listed.claim = counted.claim
join claim_details as claim on claim.id = counted.claim
order by claim.position;
