"""One address of every kind of page."""

PAGES = {
    "table": "/",
    "critical": "/?concept=critical",
    "disputed": "/?concept=rare-earth&disputed=true",
    "chosen": "/?concept=rare-earth&authority=iupac&authority=ngu&as_of=2020-01-01",
    "compared": "/?concept=critical&left=eu-critical-2020&right=eu-critical-2024",
    "element": "/elements/Sc",
    "gas": "/elements/Ne",
    "material": "/materials/graphite",
    "concepts": "/concepts",
    "concept": "/concepts/rare-earth",
    "authorities": "/authorities",
    "authority": "/authorities/european-commission",
    "edition": "/editions/cn-mofcom-57-2025",
    "disagreements": "/disagreements",
    "sources": "/sources",
    "source": "/sources/izvestia-2025-negotiations",
    "search": "/search?q=CO",
    "ambiguous": "/search?q=NA",
    "classify": "/classify",
    "docs": "/docs",
}
