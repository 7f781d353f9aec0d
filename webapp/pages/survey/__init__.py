"""The link survey: who sends people to whom, asked on pages, by links without account and on paper."""
