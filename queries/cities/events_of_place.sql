-- one row is an event at a place or at a place inside it, in any phase, oldest first
with inside as (
    select descendant as place from place_tree where ancestor = $place
)

select
    events.*,
    phases.name as phase_name,
    (
        select string_agg(places.name, ', ' order by places.name)
        from event_places
        join places on places.id = event_places.place
        where event_places.event = events.id
    ) as place_names,
    (
        select string_agg(claimants.name, ', ' order by claimants.name)
        from event_claimants
        join claimants on claimants.id = event_claimants.claimant
        where event_claimants.event = events.id
    ) as according_to,
    (
        select list({'publisher': reports.publisher, 'url': reports.url, 'not_linked': reports.not_linked})
        from event_reports
        join reports on reports.id = event_reports.report
        where event_reports.event = events.id
    ) as reports
from events
join phases on phases.id = events.phase
where exists (
    select 1 from event_places where event_places.event = events.id and event_places.place in (from inside)
)
order by
    events.when_from,
    events.when_to,
    events.id;
