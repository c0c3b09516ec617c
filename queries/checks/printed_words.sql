-- title: One statement printed with other words
-- rule: Every report of a claim keeps what was counted, of whom, by whom, where and over which period.
-- one row is a claim read more than once, and its printings with another metric, group, attribution, place or period
with printed as (
    select
        appearances.claim,
        appearances.position,
        concat_ws(
            ', ',
            if(appearances.metric <> claims.metric, metrics.label, null),
            if(appearances."group" is distinct from claims."group", groups.name, null),
            if(appearances."by" is distinct from claims."by", 'by ' || coalesce(by_groups.name, sides.name), null),
            if(appearances.places is distinct from claims.places, place_words.names, null),
            if(
                (appearances.covers_from is not null or appearances.covers_to is not null)
                and (
                    appearances.covers_from is distinct from claims.covers_from
                    or appearances.covers_to is distinct from claims.covers_to
                ),
                period_words(appearances.covers_from, appearances.covers_to),
                null
            )
        ) as differing,
        reports.publisher || coalesce(', ' || appearances.part, '') as printer
    from appearances
    join claims on claims.id = appearances.claim
    join reports on reports.id = appearances.report
    left join metrics on metrics.id = appearances.metric
    left join groups on groups.id = appearances."group"
    left join groups as by_groups on by_groups.id = appearances."by"
    left join sides on sides.id = appearances."by"
    left join (
        select claim, position, string_agg(places.name, ', ' order by places.name) as names
        from (select claim, position, unnest(string_split(places, '|')) as place from appearances where places is not null)
            as listed
        join places on places.id = listed.place
        group by claim, position
    ) as place_words on place_words.claim = appearances.claim and place_words.position = appearances.position
    where not appearances.is_own
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
