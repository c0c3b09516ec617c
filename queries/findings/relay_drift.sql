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
    printings.report,
    printings.publisher,
    printings.url,
    printings.not_linked,
    printings.published,
    printings.read,
    printings.position,
    printings.is_own,
    printings.part,
    printings.words,
    printings.note,
    printings.figure as printed_figure,
    printings.printed_metric,
    printings.printed_group,
    printings.printed_by,
    printings.printed_places,
    printings.printed_period,
    coalesce(printings.label <> claims.label, false) as differs_figure,
    coalesce(printings.metric <> claims.metric, false) as differs_metric,
    coalesce(printings."group" is distinct from claims."group" and printings."group" is not null, false)
        as differs_group,
    coalesce(printings."by" is distinct from claims."by" and printings."by" is not null, false) as differs_by,
    coalesce(printings.places <> claims.places, false) as differs_places,
    (printings.covers_from is not null and printings.covers_from is distinct from claims.covers_from)
    or (printings.covers_to is not null and printings.covers_to is distinct from claims.covers_to)
        as differs_period
from claim_details as claims
join printings on printings.claim = claims.id
where claims.statement = $statement
order by claims.position, printings.position;
