-- one row is a word that crosses the groups, with how often it was used
select
    who_words.id,
    who_words.name,
    who_words.definition,
    count(claims.id) as claims
from who_words
left join claims on list_contains(string_split(claims.who, '|'), who_words.id)
group by all
order by who_words.name;
