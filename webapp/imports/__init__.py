"""A list on its way in: what is kept of it between upload and result. Read by pages, tasks and the command line."""
