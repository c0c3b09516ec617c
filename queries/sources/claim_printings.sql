-- one row is a report in which the claim was read, its own first, with what that report prints otherwise
select
    position,
    is_own,
    part,
    figure as printed_figure,
    printed_metric,
    printed_group,
    printed_by,
    printed_places,
    printed_period,
    words,
    note,
    publisher,
    agency,
    url,
    not_linked,
    published,
    read,
    archived
from printings
where claim = $claim
order by position;
