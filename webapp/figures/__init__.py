"""The figures that analyses find: computed by a job, kept as Records, read by pages that never compute them.

For whoever builds pages on them:

- A view reads `shown.last(here)`: the last `Figures` of the visitor's audience, or None before the first run.
  `.part(name)` is one part of what `graph.analysis.council.report` gives ("indicators", "coverage", "gaps", "ways", …;
  what stands under "topics" is kept topic by topic as "topic:<id>"), None where there is no such part. Findings are
  said by `shown.said(here, data)`: the visitor's own Network has the names. `.day`, `.moment`, `.revision` and
  `.assumed` say what they rest on; `shown.frame(here, figures)` gives templates what `macros/chart.html` needs.
- What is to be computed goes into `report` (or a part it calls); a part is kept and cut in pieces by itself.
- `renewing` starts the job: the worker by itself once the network was quiet, coordinators by a button.
- `assumed` keeps what results assume beside the entries: a setting that coordinators edit.
- Each audience has figures of its own, computed from `network.seen_by(audience)`; counts of people are published to
  everyone only with small cells hidden (`graph.analysis.publishing.counts`).
"""
