"""The link survey between pages and network: who is on the roster, what was asked and answered, sheets of paper."""
