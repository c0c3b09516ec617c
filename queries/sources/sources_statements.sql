-- one row is a statement with a claim that passes every filter, or, where only words are sought, one that names them
select
    statements.id,
    statements.phase,
    claimants.name as claimant_name,
    sides.name as side_name,
    statements.speaker,
    statements.said_from,
    statements.said_to,
    statements.said_precision,
    statements.note,
    names.places as named_places,
    reported.publishers,
    reported.number as reports,
    wanted.number as wanted_claims
from statements
join claimants on claimants.id = statements.claimant
left join sides on sides.id = claimants.side
left join (
    select statement, string_agg(places.name, ', ' order by places.name) as places
    from statement_names
    join places on places.id = statement_names.place
    group by statement
) as names on names.statement = statements.id
left join (
    select statement, string_agg(publisher, ', ' order by position) as publishers, count(*) as number
    from statement_reports
    join reports on reports.id = statement_reports.report
    group by statement
) as reported on reported.statement = statements.id
left join (
    select statement, count(*) as number
    from wanted_claims($phase, $t, $side, $claimant, $metric, $group, $place, $rung, $read, $search)
    group by statement
) as wanted on wanted.statement = statements.id
where
    wanted.number is not null
    or (
        ($phase is null or statements.phase = $phase)
        and ($t is null or statements.said_to <= $t)
        and ($side is null or coalesce(claimants.side, 'unattributed') = $side)
        and ($claimant is null or statements.claimant = $claimant)
        and coalesce($metric, $group, $place, $rung, $read) is null
        and $search is not null
        and has_words(
            concat_ws(
                ' ', statements.id, claimants.name, statements.speaker, statements.note, names.places, reported.publishers
            ),
            $search
        )
    )
order by statements.said_to nulls last, statements.id;
