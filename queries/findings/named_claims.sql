-- one row is a claim asked for by its id, with its owner and value: `League: 84 killed`
select
    id,
    claimant_name || ': ' || coalesce(label, says, on_words) || ' ' || metric_label as name
from claim_details
where id in (select unnest($ids));
