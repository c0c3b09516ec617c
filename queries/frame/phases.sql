-- one row is a phase, in the order of dataset.yaml, with how much was said about it
select
    phases.id,
    phases.name,
    phases.short,
    phases.zero,
    phases.view_from,
    phases.view_to,
    count(claims.id) as claims,
    max(claims.said_to) as last_said
from phases
left join claims on claims.phase = phases.id
group by phases.id, phases.name, phases.short, phases.zero, phases.view_from, phases.view_to, phases.position
order by phases.position;
