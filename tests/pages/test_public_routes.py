"""Links to public addresses stand only where those addresses answer."""

from pages.parts.frame.public_routes import WITHOUT, routes_answer


def sent(at):
    return "".join(element.proto.body for element in at.get("html"))


def test_links_to_data_are_hidden_where_no_route_answers(open_app):
    at = open_app("compare")
    assert 'class="cc-api"' in sent(at)
    assert WITHOUT in sent(at)


def test_they_stand_where_the_routes_answer(open_app):
    open_app("compare")
    routes_answer(do=True)
    try:
        assert WITHOUT not in sent(open_app("compare"))
    finally:
        routes_answer(do=False)
