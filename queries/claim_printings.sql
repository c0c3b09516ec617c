-- one row is a report in which the claim was read, its own first, with what that report prints otherwise
select
    appearances.position,
    appearances.is_own,
    appearances.part,
    appearances.figure as printed_figure,
    metrics.label as printed_metric,
    groups.name as printed_group,
    coalesce(by_groups.name, sides.name) as printed_by,
    place_words.names as printed_places,
    if(
        appearances.covers_from is null and appearances.covers_to is null,
        null,
        period_words(appearances.covers_from, appearances.covers_to)
    ) as printed_period,
    appearances.words,
    appearances.note,
    reports.publisher,
    reports.agency,
    reports.url,
    reports.not_linked,
    reports.published,
    reports.read,
    reports.archived
from appearances
join reports on reports.id = appearances.report
left join metrics on metrics.id = appearances.metric
left join groups on groups.id = appearances."group"
left join groups as by_groups on by_groups.id = appearances."by"
left join sides on sides.id = appearances."by"
left join (
    select position, string_agg(places.name, ', ' order by places.name) as names
    from (
        select position, unnest(string_split(places, '|')) as place
        from appearances
        where claim = $claim and places is not null
    ) as listed
    join places on places.id = listed.place
    group by position
) as place_words on place_words.position = appearances.position
where appearances.claim = $claim
order by appearances.position;
