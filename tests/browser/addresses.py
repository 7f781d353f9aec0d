"""Addresses of every page in every state worth a look, by route. `{name}` is filled from what the house holds."""

from __future__ import annotations

from graph.model.moves import MOVES
from graph.model.schema import kinds
from tests.webapp.routes import ROUTES
from webapp.access import Role

_FORMS = {
    "actor": "hand-actor", "service": "hand-service", "contact": "hand-contact", "place": "hand-shelter",
    "area": "{town}", "topic": "topic-debt", "referral": "hand-referral", "source": "{source}",
}  # fmt: skip

ADDRESSES: dict[str, tuple[str, ...]] = {
    "GET /": ("/",),
    "GET /search": (
        "/search",
        "/search?q=Schulden",
        "/search?heading=housing&area={town}&sector=administration",
        "/search?q=Xylophonunterricht&area={town}",
        "/search?page=2",
    ),
    "GET /actor/<id>": ("/actor/hand-actor", "/actor/hand-unit", "/actor/{listed}"),
    "GET /service/<id>": ("/service/hand-service", "/service/hand-bare", "/service/{listed_service}"),
    "GET /actor/<id>/first-day": ("/actor/hand-actor/first-day", "/actor/hand-unit/first-day"),
    "GET /responsible": (
        "/responsible",
        "/responsible?name=B&topic=topic-debt&area={town}&day=2027-01-06",
        "/responsible?name=Q&status=eu",
        "/responsible?name=%D0%A8",
    ),
    "GET /responsible/gaps": ("/responsible/gaps",),
    "GET /contact/<id>/absence": ("/contact/hand-contact/absence",),
    "GET /areas": ("/areas",),
    "GET /area/<id>": ("/area/{town}", "/area/{county}"),
    "GET /take": ("/take", "/take?q=Schulden&area={town}"),
    "GET /take/mails": ("/take/mails", "/take/mails?area={town}&portion=100&separator=comma"),
    "GET /shares": ("/shares",),
    "GET /shares/new": ("/shares/new?area={town}",),
    "GET /shared/<token>": ("/shared/{shared}", "/shared/nothing"),
    "GET /merkzettel": ("/merkzettel", "/merkzettel?e=hand-service,hand-actor,hand-unit,{listed},gone"),
    "GET /ways": ("/ways",),
    "GET /ways/find": (
        "/ways/find",
        "/ways/find?topic=topic-debt",
        "/ways/find?topic=topic-debt&start={listed}&language=uk",
        "/ways/find?topic={topic}&status=toleration",
    ),
    "GET /ways/journey/<id>": ("/ways/journey/hand-journey",),
    "GET /ways/topics": ("/ways/topics", "/ways/topics?heading=money&language=uk"),
    "GET /ways/topic/<id>": ("/ways/topic/topic-debt", "/ways/topic/{topic}"),
    "GET /structure": ("/structure",),
    "GET /structure/research": ("/structure/research", "/structure/research?arrivals=12&minutes=25&desks=6"),
    "GET /about": ("/about",),
    "GET /privacy": ("/privacy",),
    "GET /accessibility": ("/accessibility",),
    "GET /sign-in": ("/sign-in", "/sign-in?ended=1"),
    "GET /invitation/<code>": ("/invitation/{code}",),
    "GET /setup": ("/setup",),
    "GET /account": ("/account",),
    "GET /accounts": ("/accounts",),
    "GET /accounts/new": ("/accounts/new",),
    "GET /accounts/<id>": ("/accounts/{account}",),
    "GET /entries": ("/entries",),
    "GET /entries/<name>": tuple(f"/entries/{name}" for name in kinds()),
    "GET /entries/<name>/new": tuple(f"/entries/{name}/new" for name in kinds()),
    "GET /entry/<id>/edit": tuple(f"/entry/{_FORMS.get(name, f'hand-{name}')}/edit" for name in kinds()),
    "GET /entry/<id>/delete": ("/entry/hand-actor/delete", "/entry/hand-measure/delete"),
    "GET /entry/<id>/merge": (
        "/entry/hand-actor/merge",
        "/entry/hand-actor/merge?q=Frauen",
        "/entry/hand-actor/merge?with=hand-unit",
    ),
    "GET /duplicates": ("/duplicates",),
    "GET /duplicates/sure": ("/duplicates/sure",),
    "GET /reviews": ("/reviews",),
    "GET /entry/<id>/erase": ("/entry/hand-contact/erase", "/entry/hand-deputy/erase"),
    "GET /survey": ("/survey", "/survey?state=answered", "/survey?state=missing&q=a"),
    "GET /survey/actor/<id>": ("/survey/actor/hand-actor",),
    "GET /survey/actor/<id>/services": ("/survey/actor/hand-unit/services", "/survey/actor/hand-callback/services"),
    "GET /survey/sheets": ("/survey/sheets", "/survey/sheets?actor=hand-actor"),
    "GET /survey/enter": ("/survey/enter",),
    "GET /survey/tasks": tuple(
        f"/survey/tasks?state={state}" for state in ("one_sided", "disputed", "unwanted", "unheard")
    ),
    "GET /answer/<token>": ("/answer/{survey}", "/answer/nothing"),
    "GET /calls": ("/calls?new", "/calls"),
    "GET /import": ("/import",),
    "GET /import/<id>": ("/import/{preview}",),
    "GET /import/<id>/columns": ("/import/{columns}/columns", "/import/{workbook}/columns"),
    "GET /import/<id>/preview": (
        "/import/{preview}/preview?list=new",
        "/import/{preview}/preview?list=rejected",
        "/import/{duplicates}/preview?list=duplicate",
        "/import/{conflict}/preview?list=conflict",
        "/import/{lacking}/preview?list=gone",
        "/import/{workbook}/preview?list=changed",
        "/import/{workbook}/preview?list=rejected",
    ),
    "GET /export/<id>": ("/export/export-ready",),
    "GET /import/<id>/done": ("/import/{done}/done",),
    "GET /jobs/<id>": ("/jobs/job-running", "/jobs/job-failed", "/jobs/job-cancelled"),
    "GET /missing": ("/missing", "/missing?heading=german&language=uk&interpreters=no&status=toleration"),
    "GET /missing/<id>": ("/missing/{needed}", "/missing/{topic}"),
    "GET /missing/<id>/<area>": ("/missing/{topic}/{town}",),
    "GET /overview": ("/overview",),
    "GET /overview/people": ("/overview/people",),
    "GET /reports": ("/reports",),
    "GET /report/<id>": ("/report/{report}",),
    "GET /shared/report/<token>": ("/shared/report/{handed_report}", "/shared/report/nothing"),
    "GET /figures": ("/figures",),
    "GET /figures/travel": ("/figures/travel",),
    "GET /figures/travel/<id>": ("/figures/travel/travel-draft",),
    "GET /plans": ("/plans",),
    "GET /plans/proposals": ("/plans/proposals",),
    "GET /plans/ending": ("/plans/ending",),
    "GET /plans/measures": ("/plans/measures",),
    "GET /plans/measures/<id>": ("/plans/measures/hand-measure",),
    "GET /plans/<id>": ("/plans/{plan}", "/plans/{plan_empty}"),
    "GET /plans/<id>/add/<what>": tuple(f"/plans/{{plan}}/add/{what}" for what in MOVES),
    "GET /entry/<id>/history": ("/entry/hand-actor/history", "/entry/{gone}/history"),
    "GET /history": (
        "/history",
        "/history?before=3",
        "/history?at=5",
        "/history?at=5&kind=actor",
        "/history?at=5&entry={listed}",
    ),
    "GET /history/<int:revision>": ("/history/2", "/history/5"),
    "GET /history/<int:revision>/undo": ("/history/4/undo",),
}

FILES = {
    "GET /take/phone-book.pdf", "GET /take/workbook.xlsx", "GET /take/contacts.vcf", "GET /take/offline.html",
    "GET /import/template.xlsx", "GET /export/<id>/file",
}  # fmt: skip
"""Routes that answer with a file to be saved."""

STATUS = {"/setup": 409, "/answer/nothing": 404, "/shared/nothing": 404, "/shared/report/nothing": 404}
"""Pages that are answered with an error in this house: it has been set up."""

ONLY_ANYONE = {"GET /sign-in", "GET /invitation/<code>", "GET /setup"}
"""Who has signed in is led elsewhere, or never comes."""


def visits() -> list[tuple[str, Role]]:
    """Each address with the roles to see it as: whoever sees most, and whoever has no account."""
    found = []
    for route, addresses in ADDRESSES.items():
        roles = [Role.ANYONE] if Role.ANYONE in ROUTES[route] else []
        roles += [Role.ADMINISTRATOR] if route not in ONLY_ANYONE else []
        found += [(address, role) for address in addresses for role in roles]
    return found
