-- one row is an event
select
    events.id,
    events.phase,
    events.kind,
    events.when_from,
    events.when_to,
    events.precision,
    (select string_agg(claimant, '|' order by claimant) from event_claimants where event = events.id) as according_to,
    (select string_agg(place, '|' order by place) from event_places where event = events.id) as places,
    events.what,
    (select string_agg(report, '|' order by report) from event_reports where event = events.id) as reports,
    events.note
from events
join phases on phases.id = events.phase
order by phases.position, events.when_from, events.id;
