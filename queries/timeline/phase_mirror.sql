-- one row is a phase of $shown with a day zero and a side: its first figure about people, how often it spoke and revised
-- itself; claims of other phases are not read
with told as (
    select claim_details.*, phases.zero, phases.position as phase_position
    from claim_details
    join phases on phases.id = claim_details.phase
    where
        list_contains($shown, claim_details.phase)
        and phases.zero is not null
        and said_to is not null
        and ($t is null or claim_details.phase <> $phase or said_to <= $t)
),

figures as (
    select
        *,
        row_number() over (partition by phase, side order by said_to, said_from nulls last, position) as earliest
    from told
    where unit = 'people' and label is not null and counted is null
),

spoken as (
    select phase, side, count(distinct statement) as statements, count(distinct claimant) as claimants
    from told
    group by phase, side
),

counted_figures as (
    select * from told where label is not null and counted is null and (counting is null or counting <> 'period')
),

-- a figure is replaced by the next of its series; where the printed value changes, that is a revision
replaced as (
    select
        earlier.phase,
        earlier.side,
        earlier.id,
        bool_or(earlier.label <> later.label or earlier.metric <> later.metric) as is_revision
    from counted_figures as earlier
    join counted_figures as later
        on later.series = earlier.series and later.said_to = earlier.superseded_at and later.id <> earlier.id
    group by earlier.phase, earlier.side, earlier.id
),

revised as (
    select
        phase,
        side,
        count(*) filter (where is_revision) as revisions,
        count(*) filter (where not is_revision) as repeated
    from replaced
    group by phase, side
)

select
    phases.id as phase,
    phases.position as phase_position,
    phases.zero,
    sides.id as side,
    sides.name as side_name,
    sides.position as side_position,
    coalesce(spoken.statements, 0) as statements,
    coalesce(spoken.claimants, 0) as claimants,
    coalesce(revised.revisions, 0) as revisions,
    coalesce(revised.repeated, 0) as repeated,
    figures.id as claim,
    figures.claimant_name,
    figures.label,
    figures.metric_label,
    figures.group_name,
    figures.said_from,
    figures.said_to,
    figures.said_precision,
    figures.publisher,
    figures.url,
    figures.not_linked
from phases
cross join sides
left join spoken on spoken.phase = phases.id and spoken.side = sides.id
left join revised on revised.phase = phases.id and revised.side = sides.id
left join figures on figures.phase = phases.id and figures.side = sides.id and figures.earliest = 1
where phases.zero is not null and list_contains($shown, phases.id)
order by phases.position, sides.position;
