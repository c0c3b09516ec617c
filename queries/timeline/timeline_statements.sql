-- one row is a statement and one period that claims of it cover (phase $phase)
with told as (
    select
        *,
        concat_ws(
            ' ',
            coalesce(label, says, on_words),
            '(' || concat_ws(', ', metric_label, group_name, case when place_key <> 'operation' then place_names end) || ')'
        ) as words
    from claim_details
    where phase = $phase
),

-- wholes stand for their parts, unless a part counts a period of its own
periods as (
    select
        phase,
        statement,
        claimant,
        covers_from,
        covers_to,
        covers_inferred,
        any_value(covers_precision order by position) as covers_precision,
        any_value(covers_words order by position) as covers_words,
        count(*) as claims,
        string_agg(words, '; ' order by position) filter (where not is_part_within) as wholes,
        string_agg(words, '; ' order by position) as everything
    from told
    group by phase, statement, claimant, covers_from, covers_to, covers_inferred
),

spoken as (
    select phase, claimant, count(distinct statement) as times from told group by phase, claimant
)

select
    statements.id,
    periods.phase,
    phases.position as phase_position,
    periods.claimant,
    claimants.name as claimant_name,
    claimants.short as claimant_short,
    claimants.kind as claimant_kind,
    claimants.side,
    sides.name as side_name,
    coalesce(sides.position, 999) as side_position,
    statements.speaker,
    statements.said_from,
    statements.said_to,
    statements.said_precision,
    statements.said_words,
    periods.covers_from,
    periods.covers_to,
    periods.covers_precision,
    periods.covers_words,
    periods.covers_inferred,
    periods.claims,
    coalesce(periods.wholes, periods.everything) as words,
    spoken.times as claimant_statements
from periods
join statements on statements.id = periods.statement
join phases on phases.id = periods.phase
join claimants on claimants.id = periods.claimant
join spoken on spoken.phase = periods.phase and spoken.claimant = periods.claimant
left join sides on sides.id = claimants.side
order by
    statements.said_to nulls last,
    statements.said_from nulls first,
    side_position,
    claimants.name,
    statements.id,
    periods.covers_to nulls last,
    periods.covers_from nulls last;
