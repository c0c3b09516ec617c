-- title: Starts and ends
-- rule: A claimant gives one day for the start and one for the end of the operation; different claimants may speak of different things.
-- one row is a claimant's own dates, or the dates of two claimants; dates come from claims and from the phase's bounds
with dates as (
    select
        claims.phase,
        claims.claimant,
        metrics.label as kind,
        claims.on_from as earliest,
        claims.on_to as latest,
        claims.on_from = claims.on_to as has_time,
        reports.publisher,
        claims.id as claim,
        claims.statement
    from claims
    join metrics on metrics.id = claims.metric
    join reports on reports.id = claims.report
    where claims.on_to is not null and claims.place_key = 'operation'
    union all
    select phase_bounds.phase, claimant, 'start', starts_from, starts_to, starts_from = starts_to, reports.publisher, null, null
    from phase_bounds
    left join reports on reports.id = phase_bounds.report
    where starts_to is not null
    union all
    select phase_bounds.phase, claimant, 'end', ends_from, ends_to, ends_from = ends_to, reports.publisher, null, null
    from phase_bounds
    left join reports on reports.id = phase_bounds.report
    where ends_to is not null
),

-- one row is a date as one claimant is reported to have given it
given as (
    select
        phase,
        claimant,
        kind,
        earliest,
        latest,
        if(earliest is null, 'by ', '') || moment_words(if(has_time, latest, latest - interval 1 second), coalesce(has_time, false))
            as words,
        string_agg(distinct publisher, ', ' order by publisher) as publishers,
        string_agg(distinct claim, '|' order by claim) as claims,
        min(statement) as first_statement,
        max(statement) as last_statement
    from dates
    group by all
),

own as (
    select
        phase,
        claimant,
        kind,
        count(*) as number,
        string_agg(words || coalesce(' (' || publishers || ')', ''), '; ' order by latest, earliest nulls last, words) as words,
        max(earliest) as last_earliest,
        min(coalesce(latest, earliest)) as first_latest,
        min(earliest) as first_earliest,
        max(latest) as last_latest,
        string_agg(claims, '|' order by claims) as claims,
        -- dates of two statements are the claimant's own; those of one, or of the phase's bounds, its reports'
        coalesce(min(first_statement) <> max(last_statement), false) as of_two_statements
    from given
    group by phase, claimant, kind
),

-- the end of a day is the beginning of the next, so that touching stretches still differ
differing as (
    select *, coalesce(number > 1 and last_earliest >= first_latest, false) as differs from own
)

select
    concat_ws('.', own.phase, own.claimant, own.kind) as finding,
    own.phase,
    own.claimant,
    if(own.number > 1 and not own.of_two_statements, 'relay word', 'arithmetic') as kind,
    if(own.differs, 'does not add up as reported', 'adds up') as outcome,
    own.kind || ': ' || own.words as arithmetic,
    if(own.differs and not own.of_two_statements, 'relay', null) as arises,
    own.claims,
    own.number = 1 as trivial
from differing as own
where own.number > 1 or own.claims is not null

union all

select
    concat_ws('.', one.phase, one.claimant, other.claimant, one.kind) as finding,
    one.phase,
    one.claimant || '|' || other.claimant as claimant,
    'arithmetic' as kind,
    if(
        greatest(one.first_earliest, other.first_earliest) >= least(one.last_latest, other.last_latest)
        or one.last_latest <= other.first_earliest or other.last_latest <= one.first_earliest,
        'cannot be told',
        'adds up'
    ) as outcome,
    one.kind || ': ' || one_claimant.name || ': ' || one.words || '; ' || other_claimant.name || ': ' || other.words
    || if(
        one.last_latest <= other.first_earliest or other.last_latest <= one.first_earliest,
        '. The dates differ; each may speak of its own operation',
        ''
    ) as arithmetic,
    null as arises,
    nullif(concat_ws('|', one.claims, other.claims), '') as claims,
    -- two claimants may speak of different things: their dates cannot fail to add up
    true as trivial
from differing as one
join differing as other on other.phase = one.phase and other.kind = one.kind and other.claimant > one.claimant
join claimants as one_claimant on one_claimant.id = one.claimant
join claimants as other_claimant on other_claimant.id = other.claimant
order by finding;
