-- one row is a correction made here to a claim; with a claim given, to that one only
select
    corrections.claim,
    corrections."on",
    corrections."from",
    corrections."to",
    corrections.why,
    claim_details.claimant_name,
    claim_details.metric_label
from corrections
join claim_details on claim_details.id = corrections.claim
where $claim is null or corrections.claim = $claim
order by corrections."on" desc, claim_details.position;
