"""Use-cases, one file per verb area: they compute ChangeSets and hand them to the store."""
