"""The stories on the home page, told from the data of the day."""

from dataclasses import dataclass

from service.catalogue import View
from service.catalogue.listings import lists_by_jurisdiction
from service.web import phrases
from service.web.legend import tally
from service.web.views.timeline import tracks

_GROUP_3 = "group-3-element"


@dataclass(frozen=True, slots=True)
class Story:
    """A question, its answer in the data, and the page that tells more."""

    question: str
    answer: str
    href: str


def stories(view: View) -> list[Story]:
    """Give the stories that the data can tell."""
    if not {"Sc", "He", "La", "Lu"} <= view.catalogue.elements.keys():
        return []
    return [*_scandium(view), *_helium(view), *_group_3(view), *_lists(view)]


def _scandium(view: View) -> list[Story]:
    if "rare-earth" not in view.catalogue.concepts:
        return []
    counts = tally(view, "Sc", "rare-earth")
    return [
        Story(
            "Is scandium a rare earth?",
            f"{phrases.capital(counts.spoken)}.",
            "/elements/Sc#rare-earth",
        )
    ]


def _helium(view: View) -> list[Story]:
    if "critical" not in view.catalogue.concepts:
        return []
    histories = {track.series: track for track in tracks(view, "He", "critical")}
    if "eu-critical" not in histories:
        return []
    return [
        Story(
            "Is helium critical in the EU?",
            histories["eu-critical"].sentence,
            "/elements/He#history",
        )
    ]


def _group_3(view: View) -> list[Story]:
    catalogue = view.catalogue
    answers = []
    for symbol in ("La", "Lu") if _GROUP_3 in catalogue.concepts else ():
        for summary in view.summaries(symbol, _GROUP_3):
            names = [catalogue.authorities[voice.authority].short for voice in summary.included]
            if names:
                verb = "says" if len(names) == 1 else "say"
                element = catalogue.elements[symbol].name
                answers.append(f"{element}, {verb} {phrases.listed(names)}.")
    if not answers:
        return []
    return [
        Story(
            "Lanthanum or lutetium in group 3?",
            " ".join(answers),
            f"/?concept={_GROUP_3}",
        )
    ]


def _lists(view: View) -> list[Story]:
    if "critical" not in view.catalogue.concepts:
        return []
    number = len(lists_by_jurisdiction(view, "critical"))
    count = phrases.count(number, "jurisdiction has", "jurisdictions have")
    return [Story("Who lists what as critical?", f"{count} a list in force.", "/lists")]
