-- title: What a part leaves of its whole
-- rule: What the latest days leave of a longer period is what the same side said of the days before.
-- one row is a whole and its part for the last days; R is a figure for the days before, other is another figure for the
-- last days that would close the sum
with divided as (
    select
        whole.id as whole,
        part.id as part,
        whole.low - part.high as low,
        whole.high - part.low as high,
        whole.covers_from as rest_from,
        part.covers_from as rest_to
    from claims as part
    join claims as whole on whole.id = part.part_of
    where
        part.counting = 'period'
        and part.metric = whole.metric
        and part.metric in (select id from metrics where value = 'count')
        and part."group" is not distinct from whole."group"
        and part.who_key = whole.who_key
        and part.place_key = whole.place_key
        and part.covers_from > whole.covers_from
        and part.covers_to >= whole.covers_to
        and not whole.complete
        and coalesce(part.low, part.high) is not null
        and coalesce(whole.low, whole.high) is not null
),

-- one row is a figure for the days that are left, the first said before the others
rests as (
    select
        divided.part,
        rest.id,
        rest.claimant_name,
        rest.label,
        rest.low,
        rest.high,
        rest.covers_from,
        rest.covers_to,
        -- figures of one time that differ do not say which of them the rest should be
        min(rest.low) over alike as least,
        max(rest.low) over alike as most
    from divided
    join claims as whole on whole.id = divided.whole
    join claim_details as rest
        on rest.phase = whole.phase
        and rest.metric = whole.metric
        and rest."group" is not distinct from whole."group"
        and rest.side is not distinct from whole.side
        and rest.who_key = whole.who_key
        and rest.counting = 'period'
        and rest.covers_from >= divided.rest_from
        and rest.covers_to <= divided.rest_to
        and rest.relies_on is null
        and rest.low = rest.high
        and rest.part_of is distinct from whole.id
    window alike as (partition by divided.part)
    qualify row_number() over (
        partition by divided.part
        order by rest.said_to, rest.position
    ) = 1
),

-- one row is another figure for the last days, with which the rest makes the whole
others as (
    select
        divided.part,
        other.id,
        other.claimant_name,
        other.label,
        other.point,
        exists (
            select 1
            from claims as same_whole
            where
                same_whole.id = other.part_of
                and same_whole.id <> whole.id
                and same_whole.point = whole.point
                and same_whole.covers_from is not distinct from whole.covers_from
                and same_whole.covers_to is not distinct from whole.covers_to
        ) as of_the_same_total
    from divided
    join claims as whole on whole.id = divided.whole
    join claims as part on part.id = divided.part
    join rests on rests.part = divided.part
    join claim_details as other
        on other.phase = part.phase
        and other.metric = part.metric
        and other."group" is not distinct from part."group"
        and other.side is not distinct from part.side
        and other.who_key = part.who_key
        and other.place_key = part.place_key
        and other.counting = 'period'
        and other.covers_from = part.covers_from
        and other.covers_to = part.covers_to
        and other.point <> part.point
        and other.point + rests.low = whole.point
    where rests.low = rests.high
    qualify row_number() over (partition by divided.part order by other.said_to, other.position) = 1
),

judged as (
    select
        divided.*,
        case
            when rests.id is null or rests.least <> rests.most then 'cannot be told'
            when rests.low > divided.high or rests.high < divided.low then 'does not add up as reported'
            else 'adds up'
        end as outcome
    from divided
    left join rests on rests.part = divided.part
)

select
    whole.id || '.' || part.id as finding,
    whole.phase,
    whole.claimant,
    -- where the figure of another report of the same total closes the sum, it was the report that differed
    if(judged.outcome = 'does not add up as reported' and others.of_the_same_total, 'relay number', 'arithmetic') as kind,
    judged.outcome,
    whole.label || ' for ' || period_words(whole.covers_from, whole.covers_to) || ', with ' || part.label || ' for '
    || period_words(part.covers_from, part.covers_to) || ', leaves ' || bounds_words(judged.low, judged.high) || ' for '
    || period_words(judged.rest_from, judged.rest_to)
    || coalesce(
        '; ' || rests.claimant_name || ' gave ' || rests.label || ' for ' || period_words(rests.covers_from, rests.covers_to)
        || if(rests.least = rests.most, '', ', and other figures of that time reach from ' || number_words(rests.least) || ' to ' || number_words(rests.most)),
        '; no other figure for that time in what was read'
    )
    || case
        when judged.outcome = 'does not add up as reported' and others.id is not null
            then '. With the ' || others.label || ' of ' || others.claimant_name || ' in place of ' || part.label || ': '
                || rests.label || ' + ' || others.label || ' = ' || whole.label
        else ''
    end as arithmetic,
    if(judged.outcome = 'does not add up as reported' and others.of_the_same_total, 'relay', null) as arises,
    concat_ws(
        '|', whole.id, part.id, rests.id, if(judged.outcome = 'does not add up as reported', others.id, null)
    ) as claims,
    greatest(judged.low - rests.high, rests.low - judged.high) as difference,
    whole.low as reference,
    [
        term('part', 'whole period', whole.label, whole.low, whole.high),
        term('less', 'for ' || period_words(part.covers_from, part.covers_to), part.label, part.low, part.high),
        term('result', 'left for the days before', bounds_words(judged.low, judged.high), judged.low, judged.high),
        term('stated', 'given by ' || rests.claimant_name, rests.label, rests.low, rests.high)
    ] as terms
from judged
join claim_details as whole on whole.id = judged.whole
join claim_details as part on part.id = judged.part
left join rests on rests.part = judged.part
left join others on others.part = judged.part
order by part.position;
