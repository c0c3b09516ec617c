-- one row is an event or a statement among $items, with its phase
select id as item, phase from events where list_contains($items, id)
union
select statement as item, phase from claims where list_contains($items, statement);
