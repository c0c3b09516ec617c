-- one row is a phase with its first day, and what each claimant calls it and dates it to
select
    phases.id,
    phases.name,
    day_words(phases.zero) as first_day,
    names.words as names,
    bounds.words as bounds
from phases
left join (
    select phase, string_agg(claimants.name || ': ' || phase_names.name, '; ' order by claimants.name) as words
    from phase_names
    join claimants on claimants.id = phase_names.claimant
    group by phase
) as names on names.phase = phases.id
left join (
    select
        phase_bounds.phase,
        string_agg(
            claimants.name || ': '
            || concat_ws(
                ', ',
                'from ' || moment_words(starts_from, starts_from = starts_to),
                'to ' || moment_words(if(ends_from = ends_to, ends_to, ends_to - interval 1 second), ends_from = ends_to)
            )
            || coalesce(' (' || reports.publisher || ')', ''),
            '; '
            order by claimants.name, phase_bounds.starts_from nulls last
        ) as words
    from phase_bounds
    join claimants on claimants.id = phase_bounds.claimant
    left join reports on reports.id = phase_bounds.report
    group by phase_bounds.phase
) as bounds on bounds.phase = phases.id
order by phases.position;
