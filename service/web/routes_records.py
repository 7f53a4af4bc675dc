"""The routes of the records: concepts, authorities, editions, sources, disagreements."""

from flask import Blueprint, Response, request

from schemas.forms import DayQuery, DisagreementsPageQuery, NoPageQuery, ViewQuery
from service.answers import details as say
from service.api.context import catalogue, default_view
from service.catalogue import find
from service.catalogue.series import changes_of_authority
from service.web.links import downloads, page_query, voices
from service.web.parameters import parse, view_of
from service.web.rendering import page
from service.web.routes import chosen_names, cited
from service.web.routes_feeds import jurisdiction_feed_of
from service.web.views import records as views
from service.web.views.timeline import changes_of


def add(blueprint: Blueprint) -> None:
    """Put the records' pages on a blueprint."""
    for rule, view in (
        ("/concepts", concepts),
        ("/concepts/<concept_id>", concept),
        ("/authorities", authorities),
        ("/authorities/<authority_id>", authority),
        ("/editions/<edition_id>", edition),
        ("/disagreements", disagreements),
        ("/sources", sources),
        ("/sources/<source_id>", source),
    ):
        blueprint.add_url_rule(rule, view_func=view)


def concepts() -> Response:
    """Show every concept."""
    view = view_of(parse(DayQuery()))
    return page("concepts.html", cards=views.concept_cards(view), json="/v1/concepts")


def concept(concept_id: str) -> Response:
    """Show a concept: who is in it by whom."""
    find("concept", catalogue().concepts, concept_id, catalogue().names)
    arguments = parse(ViewQuery())
    view = view_of(arguments)
    body = say.concept(view, concept_id)
    disputes = views.dispute_list(view, concept_id, None)
    label = catalogue().concepts[concept_id].label
    path = f"/concepts/{concept_id}"
    return page(
        "concept.html",
        body=body,
        members=views.members(view, concept_id),
        disputes=disputes,
        query=page_query(arguments),
        chosen=chosen_names(arguments),
        links=downloads("/v1/elements", arguments, concept=concept_id),
        matrix=downloads("/v1/matrix", arguments, concept=concept_id),
        citation=cited(f"{label}, members by edition", path, arguments, view.selection.as_of),
        **voices(arguments),
    )


def authorities() -> Response:
    """Show every authority."""
    parse(NoPageQuery())
    groups = views.authorities_by_kind(default_view())
    return page("authorities.html", groups=groups, json="/v1/authorities")


def authority(authority_id: str) -> Response:
    """Show an authority, with its editions as a timeline."""
    parse(NoPageQuery())
    find("authority", catalogue().authorities, authority_id, catalogue().names)
    revisions = changes_of_authority(catalogue(), authority_id)
    body = say.authority(default_view(), authority_id, revisions)
    name = catalogue().authorities[authority_id].name
    path = f"/authorities/{authority_id}"
    return page(
        "authority.html",
        body=body,
        concept=views.first_concept(default_view(), authority_id),
        statements=views.statements(default_view(), authority_id),
        feed=jurisdiction_feed_of(authority_id),
        revisions=changes_of(revisions),
        json=f"/v1{path}",
        citation=cited(name, path, {}, body["as_of"], dated=False),
    )


def edition(edition_id: str) -> Response:
    """Show an edition with its categories and claims."""
    parse(NoPageQuery())
    record = find("edition", catalogue().editions, edition_id, catalogue().names)
    body = say.edition(default_view(), edition_id)
    path = f"/editions/{edition_id}"
    title = f"{catalogue().authorities[record.authority].name}: {record.title}"
    return page(
        "edition.html",
        body=body,
        record=record,
        authority=catalogue().authorities[record.authority],
        feed=jurisdiction_feed_of(record.authority),
        json=f"/v1{path}",
        citation=cited(title, path, {}, body["as_of"], dated=False),
    )


def disagreements() -> Response:
    """Show the disagreements."""
    arguments = parse(DisagreementsPageQuery())
    view = view_of(arguments)
    concept_id, kind = arguments.get("concept"), arguments.get("kind")
    filters = {name: arguments[name] for name in ("concept", "kind") if name in arguments}
    return page(
        "disagreements.html",
        disputes=views.dispute_list(view, concept_id, kind),
        arguments=arguments,
        as_of=view.selection.as_of.isoformat(),
        chosen=chosen_names(arguments),
        links=downloads("/v1/disagreements", arguments, **filters),
        **voices(arguments, **filters),
    )


def sources() -> Response:
    """Show the documents that were read."""
    parse(NoPageQuery())
    view = default_view()
    return page(
        "sources.html",
        rows=views.sources_with_editions(view),
        spellings=views.spelling_sources(view),
        json="/v1/sources",
    )


def source(source_id: str) -> Response:
    """Show a source and the editions read in it."""
    parse(NoPageQuery())
    find("source", catalogue().sources, source_id)
    body = say.source(default_view(), source_id)
    path = request.path
    title = catalogue().sources[source_id].title
    return page(
        "source.html",
        body=body,
        editions=views.editions_read_in(default_view(), source_id),
        json=f"/v1{path}",
        citation=cited(title, path, {}, body["as_of"], dated=False),
    )
