-- one row is the place with this id
select id, name from places where id = $place;
