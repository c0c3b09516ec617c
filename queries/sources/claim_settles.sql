-- one row is something known to exist, or to be missing, that would settle the claim, with the page that says so
select
    claim_settles."on",
    claim_settles.what,
    reports.publisher,
    reports.url,
    reports.not_linked,
    reports.archived
from claim_settles
join reports on reports.id = claim_settles.report
where claim_settles.claim = $claim
order by claim_settles.position;
