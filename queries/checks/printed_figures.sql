-- title: One statement printed with different figures
-- rule: Every report of a claim prints the figure of its quotation, or of its fullest report, in the same form.
-- one row is a claim that was read in more than one report, or more than once in one
with printed as (
    select
        appearances.claim,
        appearances.position,
        reports.publisher,
        appearances.part,
        appearances.figure,
        appearances.point,
        claims.point as own_point,
        appearances.figure is not null
        and (
            appearances.form is distinct from claims.form
            or appearances.low is distinct from claims.low
            or appearances.high is distinct from claims.high
            or appearances.point is distinct from claims.point
            or (appearances.form in ('word', 'duration') and lower(appearances.label) <> lower(claims.label))
        ) as differs,
        -- `280` and `at least 280` are one number in two forms; a word and a number are not
        regexp_extract(appearances.label, '[0-9].*$') <> ''
        and regexp_extract(appearances.label, '[0-9].*$') = regexp_extract(claims.label, '[0-9].*$') as same_number
    from appearances
    join claims on claims.id = appearances.claim
    join reports on reports.id = appearances.report
    where not appearances.is_own and claims.label is not null
),

counted as (
    select
        claim,
        count(*) as printings,
        count(*) filter (where differs) as differing,
        count(*) filter (where differs and not same_number) as other_numbers,
        max(abs(point - own_point)) filter (where differs) as difference,
        string_agg(
            figure || ' (' || publisher || coalesce(', ' || part, '') || ')', '; ' order by position
        ) filter (where differs) as words
    from printed
    group by claim
)

select
    claim.id as finding,
    claim.phase,
    claim.claimant,
    if(counted.differing > 0 and counted.other_numbers = 0, 'hedge only', 'relay number') as kind,
    if(counted.differing > 0, 'does not add up as reported', 'adds up') as outcome,
    claim.metric_label || coalesce(' (' || claim.group_name || ')', '') || ': ' || claim.label || ' (' || claim.publisher || ')'
    || if(
        counted.differing > 0,
        '; printed as ' || counted.words,
        '; printed alike ' || if(counted.printings = 1, 'once more', counted.printings || ' times more')
    ) as arithmetic,
    if(counted.differing > 0 and not claim.disputed_reading, 'relay', null) as arises,
    claim.id as claims,
    counted.difference,
    claim.point as reference
from counted
join claim_details as claim on claim.id = counted.claim
order by claim.position;
