"""The council's pages: the overview, and the reports that freeze it."""
