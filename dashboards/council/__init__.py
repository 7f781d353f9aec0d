"""The council's page and report: what analyses found, said in sections that each hold a sentence and a table."""
