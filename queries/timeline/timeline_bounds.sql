-- one row is a start or an end of the phase $phase as a claimant gives it
with given as (
    select
        phase,
        claimant,
        'start' as bound,
        starts_from as moment_from,
        starts_to as moment_to,
        starts_words as words,
        report
    from phase_bounds
    where starts_from is not null
    union all
    select
        phase,
        claimant,
        'end' as bound,
        ends_from as moment_from,
        ends_to as moment_to,
        ends_words as words,
        report
    from phase_bounds
    where ends_from is not null
)

select
    given.phase,
    given.claimant,
    claimants.name as claimant_name,
    claimants.short as claimant_short,
    claimants.side,
    coalesce(sides.position, 999) as side_position,
    given.bound,
    given.moment_from,
    given.moment_to,
    given.words,
    reports.publisher,
    reports.url,
    reports.not_linked
from given
join claimants on claimants.id = given.claimant
left join sides on sides.id = claimants.side
left join reports on reports.id = given.report
where given.phase = $phase
order by
    side_position,
    claimants.name,
    given.bound desc,
    given.moment_from,
    given.moment_to;
