-- one row is a claim of the statements $statements, with the words that reports print for it
with printed_words as (
    select claim, string_agg(distinct words, '; ' order by words) as words
    from appearances
    where words is not null
    group by claim
)

select claim_details.*, printed_words.words as report_words
from claim_details
left join printed_words on printed_words.claim = claim_details.id
where list_contains($statements, claim_details.statement)
order by claim_details.position;
