-- one row is a claim of the statement as one report prints it, the claim's own report first
select
    claims.id as claim,
    claims.position as claim_position,
    claims.label,
    claims.says,
    claims.on_words,
    claims.metric_label,
    claims.group_name,
    claims.place_names,
    claims.as_stated,
    reports.id as report,
    reports.publisher,
    reports.url,
    reports.not_linked,
    reports.published,
    reports.read,
    appearances.position,
    appearances.is_own,
    appearances.part,
    appearances.words,
    appearances.note,
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
    coalesce(appearances.label <> claims.label, false) as differs_figure,
    coalesce(appearances.metric <> claims.metric, false) as differs_metric,
    coalesce(appearances."group" is distinct from claims."group" and appearances."group" is not null, false)
        as differs_group,
    coalesce(appearances."by" is distinct from claims."by" and appearances."by" is not null, false) as differs_by,
    coalesce(appearances.places <> claims.places, false) as differs_places,
    (appearances.covers_from is not null and appearances.covers_from is distinct from claims.covers_from)
    or (appearances.covers_to is not null and appearances.covers_to is distinct from claims.covers_to)
        as differs_period
from claim_details as claims
join appearances on appearances.claim = claims.id
join reports on reports.id = appearances.report
left join metrics on metrics.id = appearances.metric
left join groups on groups.id = appearances."group"
left join groups as by_groups on by_groups.id = appearances."by"
left join sides on sides.id = appearances."by"
left join (
    select claim, position, string_agg(places.name, ', ' order by places.name) as names
    from (
        select claim, position, unnest(string_split(places, '|')) as place from appearances where places is not null
    ) as listed
    join places on places.id = listed.place
    group by claim, position
) as place_words on place_words.claim = appearances.claim and place_words.position = appearances.position
where claims.statement = $statement
order by claims.position, appearances.position;
