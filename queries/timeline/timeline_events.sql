-- one row is an event of the phase $phase
with according_to as (
    select
        event_claimants.event,
        string_agg(claimants.name, '; ' order by claimants.name) as claimants,
        any_value(claimants.side order by claimants.name) as side
    from event_claimants
    join claimants on claimants.id = event_claimants.claimant
    group by event_claimants.event
),

at_places as (
    select event_places.event, string_agg(places.name, ', ' order by places.name) as places
    from event_places
    join places on places.id = event_places.place
    group by event_places.event
)

select
    events.id,
    events.phase,
    phases.position as phase_position,
    events.kind,
    events.when_from,
    events.when_to,
    events.precision,
    events.what,
    events.note,
    according_to.claimants,
    according_to.side,
    at_places.places
from events
join phases on phases.id = events.phase
left join according_to on according_to.event = events.id
left join at_places on at_places.event = events.id
where events.phase = $phase
order by
    events.when_from,
    events.when_to,
    events.id;
